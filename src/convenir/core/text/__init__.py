"""The text in force on a day: the original, and what avenants, judgments and higher norms made of it."""

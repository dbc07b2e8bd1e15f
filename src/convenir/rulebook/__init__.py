"""THE RULES BOOK: each mechanism said for a jurist, with what the code reads and the cases that pin it down."""

"""A convention: where it stands, what is due and why, its text, what happened, and recording what happens."""

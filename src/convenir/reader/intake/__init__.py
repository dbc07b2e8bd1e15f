"""Files of each format to characters."""

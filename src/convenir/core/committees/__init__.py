"""Bodies day by day: meetings, seats, whose turn it is, how often they meet."""

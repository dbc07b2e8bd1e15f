"""Which sentences of a text bind, and which of them are understood."""

"""Two texts set against each other, and a text against a frame."""

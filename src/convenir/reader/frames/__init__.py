"""The usual plans of conventions, as data, and a convention set against one of them."""

"""How texts word the chapter «exchanges»."""

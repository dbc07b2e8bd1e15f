"""How texts word the chapter «parties»."""

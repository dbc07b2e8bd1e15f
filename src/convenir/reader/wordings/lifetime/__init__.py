"""How texts word the chapter «lifetime»."""

"""How texts word the chapter «amendment»."""

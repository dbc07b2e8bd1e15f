"""How texts word the chapter «plan»."""

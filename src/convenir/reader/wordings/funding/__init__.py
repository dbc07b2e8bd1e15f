"""How texts word the chapter «funding»."""

"""How texts word the chapter «evaluation»."""

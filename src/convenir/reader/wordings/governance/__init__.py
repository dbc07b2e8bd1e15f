"""How texts word the chapter «governance»."""

"""How texts word the chapter «termination»."""

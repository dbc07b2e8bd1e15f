"""How texts word the chapter «scope»."""

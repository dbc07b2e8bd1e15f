"""Two versions of one text, article by article: what is kept, reworded, moved, added or gone."""

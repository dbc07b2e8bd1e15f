"""Ends set against the text: letters without effect, formal notices, declarations, changes without an avenant."""

"""Importing a list into a dossier: the file, its columns, its rows, then the facts."""

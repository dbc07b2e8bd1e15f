"""Déposer une convention: a text is received, what was read is ruled upon term by term, a dossier is created."""

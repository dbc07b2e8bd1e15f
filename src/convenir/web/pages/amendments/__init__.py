"""Avenants and délibérations that were deposited, on their way to the dossier of their convention."""

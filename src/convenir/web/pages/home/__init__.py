"""Accueil: what is late, what comes, and where each convention stands."""

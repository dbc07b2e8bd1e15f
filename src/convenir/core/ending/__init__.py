"""How a convention ends early: letters and their proofs, breaches, declarations, and what then survives."""

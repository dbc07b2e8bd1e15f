"""Help and accessibility: pages that need no sign-in."""

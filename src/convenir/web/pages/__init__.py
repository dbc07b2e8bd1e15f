"""The pages, one folder for each area; no area knows another."""

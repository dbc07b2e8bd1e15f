"""How the house is plugged in: environment, settings, addresses and database."""

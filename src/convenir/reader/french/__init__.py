"""How French administrative writing spells words, numbers, days and delays, and how patterns look for them."""

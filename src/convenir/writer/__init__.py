"""From terms and answers to French: words, documents, calendars."""

"""The same answers in another form: iCalendar, tables."""

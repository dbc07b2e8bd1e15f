"""Action plans, lists of facilities and indicators, read in spreadsheets, delimited texts and tables of documents."""

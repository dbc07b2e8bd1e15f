"""How the outline of a text is found: lines, headings, formulas, paragraphs."""

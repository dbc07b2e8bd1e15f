"""STATISTICAL SECRECY: what a table of counts may show, and what must be hidden. It knows tables, not conventions."""

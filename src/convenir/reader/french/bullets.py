"""The signs that writers and office programs put before the items of a list."""

# A dash first, so that they may stand in brackets in a pattern. An asterisk is none: it also sets words in bold.
BULLETS = "-–—•·‣▪▫◦●○■□▸►→➢➤✓✔❖"

"""How much the intake takes before it refuses: every limit of size, ratio, number, pages, time and memory, once."""

# A signed convention with its annexes, scanned in colour, is a tenth of that.
MOST_BYTES = 40_000_000
# Bytes of plain text: a convention is a hundredth of that.
MOST_TEXT_BYTES = 5_000_000
# Archives, office files included: entries, bytes once unpacked, and how many times larger than packed.
MOST_ENTRIES = 2_000
MOST_UNPACKED_BYTES = 200_000_000
MOST_RATIO = 200
# Bytes of one part of an office file, the XML of its words: six hundred pages take a third of that.
MOST_MARKUP_BYTES = 30_000_000
# Files of a deposited archive that are read.
MOST_PIECES = 40
# Paragraphs or lines whose places are told: what follows them stands with the last. Reading stops long before.
MOST_PLACES = 40_000
# Characters of the number that automatic numbering puts before a paragraph.
MOST_LABEL = 200
MOST_PAGES = 600
# Of each of the processes that open a PDF: seconds for its share of a file or the picture of a page, bytes of memory.
SECONDS_A_PDF = 60
MOST_PDF_MEMORY = 1_000_000_000
# Lines and pieces of lines of a PDF: four hundred full pages have a tenth of that.
MOST_RUNS = 200_000
# Pages that are recognised in pictures, which takes seconds for each.
MOST_SCANNED_PAGES = 60
SECONDS_A_PAGE = 60
# Of the picture of a page: a page of A4 at 300 dots an inch has nine million.
MOST_PIXELS = 16_000_000
MOST_CELLS = 200_000
# Columns that one cell of a table takes: Word has no more in a table.
MOST_COLUMNS = 63
# How deep elements of an office file are nested.
MOST_DEPTH = 200
# Of a file of lists (a plan of actions, facilities, indicators): bytes, sheets, columns, and of the process that
# opens a spreadsheet, seconds and bytes of memory.
MOST_SHEET_BYTES = 5_000_000
MOST_SHEETS = 100
MOST_SHEET_COLUMNS = 100
SECONDS_A_SPREADSHEET = 20
MOST_SHEET_MEMORY = 1_000_000_000

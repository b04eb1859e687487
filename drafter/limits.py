"""Every limit on what drafter reads and writes, with its reason.

No submission comes near any of them: the longest that a body accepts has 10,000 words, about 70,000
characters. Because of them, a damaged file, a failed paste or a stranger's clause pack ends in a message
within seconds; none of them can make the program hang or fill the memory.
"""

FILE_BYTES = 25_000_000
"""Of an answers file, a private file or a profile. 20 MB take about 10 seconds to read, check and build."""

NAME_BYTES = 200
"""Of a file name. Most systems allow 255, and the private file has a longer name than its answers file."""

JOURNAL_BYTES = 5 * FILE_BYTES
"""Of the journal of an interrupted save. It holds two files, in which a character may take six bytes."""

LIBRARY_FILE_BYTES = 2_000_000
"""Of a file in ``clauses/`` or ``templates/``. The largest bundled one has 140 kB."""

LOOK_BYTES = 50_000_000
"""Of a ``look.docx``, and of an existing Word file. A look with pictures may have some MB."""

CLAUSE_FILES = 20_000
"""In one folder of clauses. The bundled library has about 500."""

DEPTH = 40
"""Of nested lists and keys in a YAML file. Answers need 8; Python allows about 1,000."""

KEY_CHARACTERS = 500
"""Of a key in a YAML file. The longest that drafter writes is the path of a question, about 60."""

TEXT_CHARACTERS = 1_000_000
"""Of one text: 14 times the longest submission. Each part of the program can process one within seconds."""

VALUES = 100_000
"""Texts, numbers and lists in one YAML file, such as 15,000 facts with their sources. drafter builds such a
file within 10 seconds."""

SUGGESTIONS = 100
"""Misspelt names of clauses that get a "Did you mean". Each costs 10 milliseconds."""

MARKUP_CHARACTERS = 200_000
"""Markdown characters and line breaks in all texts together. The Markdown parser takes 5 to 15 microseconds
for each of them, and almost no time for other characters."""

DOCUMENT_MARKUP_CHARACTERS = 3 * MARKUP_CHARACTERS
"""In a document. Each fact adds a note, and one text may be printed in several parts."""

PARAGRAPH_CHARACTERS = 5_000_000
"""Of one paragraph, which may contain many answers. The XML parser stops at 10 million bytes."""

TABLE_COLUMNS = 63
"""Of a table, the most that Word can show."""

NESTING = 20
"""Of nested lists and quotations in a text. Word shows 9 levels."""

FAULTS_SHOWN = 100
"""By one command on the screen. One more sentence says how many others there are."""

TEMPLATE_CHARACTERS = 50_000
"""Of a clause's text or a shape. The longest bundled clause has 1,100, the longest shape 3,700."""

TEMPLATE_DEPTH = 50
"""Of the nested parts of a template; the bundled ones need 20."""

TEMPLATE_STEPS, CLAUSE_STEPS = 5_000_000, 200_000
"""To fill a shape, and to fill a clause. A step is one node of a template, about 0.2 microseconds: a shape
may take a second. One that writes 20 MB needs a third of its steps."""

WRITTEN_CHARACTERS = 50_000_000
"""Of all texts that one template writes or joins. They are in memory at the same time."""

IMPORT_BYTES = 1_000_000_000
"""Of a file of recommendations. The whole Universal Human Rights Index has 400 MB; it is never in memory."""

UNREAD_KEPT = 1_000
"""Rows of an imported file that could not be read. Of the others, only the number is given."""

IMPORT_COLUMNS = 1_000
"""Of an imported table. The Universal Human Rights Index has 16."""

IMPORT_ROWS = 2_000_000
"""Of an imported table. The Universal Human Rights Index has 250,000; Excel shows 1,048,576."""

IMPORT_ROW_BYTES = 5_000_000
"""Of a row or record in an imported file. 16 cells with the most text that Excel allows have 2 MB."""

GROUPED_ROWS = 500_000
"""Recommendations of UPR Info, which are in memory because each State has its own row. It has 120,000."""

SHEET_BYTES = 2_000_000_000
"""Of all parts of a spreadsheet when unpacked. The Universal Human Rights Index has about 600 MB."""

HISTORY_BYTES = 2_000_000
"""Of the file with the last changes. A longer one is not kept: the answers are complete without it."""

OFFICE_SECONDS = 180
"""For LibreOffice to make a PDF, which takes 2 seconds, and 20 on an old computer."""

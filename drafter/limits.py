"""How much drafter reads and makes: every limit in one place, with its reason.

No submission comes near any of them: the longest that a body takes has 10,000 words, about 70,000 letters.
They are here so that a damaged file, a paste that went wrong or a clause pack from a stranger ends in a
message within seconds, and never in a program that seems to hang or that fills the memory.
"""

FILE_BYTES = 25_000_000
"""Of an answers file, a private file or a profile. 20 MB are read, checked and built in about 10 seconds."""

NAME_BYTES = 200
"""Of the name of a file. Most systems allow 255, and the private file has a longer name than its answers."""

JOURNAL_BYTES = 5 * FILE_BYTES
"""Of the note of a save that was broken off: it holds two files, perhaps each letter as six."""

LIBRARY_FILE_BYTES = 2_000_000
"""Of a file in ``clauses/`` or ``templates/``. The largest bundled one has 140 kB."""

LOOK_BYTES = 50_000_000
"""Of a ``look.docx``, and of a Word file that is there already. A look with pictures may have some MB."""

CLAUSE_FILES = 20_000
"""In one folder of clauses. The bundled library has about 500."""

DEPTH = 40
"""How deep lists and keys stand in one another in a YAML file. Answers need 8; Python allows about 1,000."""

KEY_CHARACTERS = 500
"""Of a key in a YAML file. The longest that drafter writes is the path of a question, about 60."""

TEXT_CHARACTERS = 1_000_000
"""Of one text: 14 times the longest submission. Each part of the program can handle one within seconds."""

VALUES = 100_000
"""Texts, numbers and lists in one YAML file, such as 15,000 facts with their sources. A file that is full of
them is built within 10 seconds."""

SUGGESTIONS = 100
"""How many misspelt names of clauses get a "Did you mean". One costs 10 milliseconds."""

MARKUP_CHARACTERS = 200_000
"""Of Markdown and ends of lines in all texts together. The reader of Markdown takes 5 to 15 microseconds for
each of them, and next to none for other letters."""

DOCUMENT_MARKUP_CHARACTERS = 3 * MARKUP_CHARACTERS
"""Of a document: each fact comes with a note, and one text may be printed at several places."""

PARAGRAPH_CHARACTERS = 5_000_000
"""Of one paragraph, where many answers come together. The XML parser stops at 10 million bytes."""

TABLE_COLUMNS = 63
"""Of a table: what Word can show."""

NESTING = 20
"""How deep lists and quotations of a text stand in one another. Word shows 9 levels."""

FAULTS_SHOWN = 100
"""Of one command, on the screen. After that many, one sentence says how many more there are."""

TEMPLATE_CHARACTERS = 50_000
"""Of a clause's text or a shape. The longest bundled clause has 1,100, the longest shape 3,700."""

TEMPLATE_DEPTH = 50
"""How deep the parts of a template stand in one another; the bundled ones need 20."""

TEMPLATE_STEPS, CLAUSE_STEPS = 5_000_000, 200_000
"""Of work while a shape or a clause is filled in. A step is one node of a template, about 0.2 microseconds: a
second for a shape, and a shape of 20 MB needs a third of it."""

WRITTEN_CHARACTERS = 50_000_000
"""Of all the texts that one template writes or puts together. They are held in memory together."""

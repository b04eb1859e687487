"""Word files: blocks become a .docx in the style of a look, and a .docx is read back as values."""

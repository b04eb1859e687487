"""Word files: a document's blocks become a .docx, and a .docx is read back as an outline."""

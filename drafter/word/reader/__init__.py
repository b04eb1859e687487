"""The way back from Word: a .docx, ours or one that a colleague has edited, as values."""

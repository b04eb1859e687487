"""Blocks to HTML, Markdown and plain text, and a Word file to PDF: one module a format."""

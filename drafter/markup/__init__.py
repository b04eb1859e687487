"""Markdown to blocks, escaping typed text, counting words."""

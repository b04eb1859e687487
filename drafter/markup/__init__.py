"""Markdown to blocks; escaping what was typed; counting words."""

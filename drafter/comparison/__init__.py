"""Comparing two documents as blocks: which of their parts belong together, and what changed in them. Pure."""

"""Answers files: loading, checking, saving whole or not at all."""

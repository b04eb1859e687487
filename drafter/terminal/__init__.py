"""Asking on a terminal: prompts, keys, the editor, plain lines."""

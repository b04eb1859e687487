"""Frozen values that every room shares: what was answered, what may be said, to whom, and how it looks."""

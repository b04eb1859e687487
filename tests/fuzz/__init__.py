"""Mutated answers files through build and preview."""

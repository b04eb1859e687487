"""Editing YAML text in place, and writing values as YAML. Pure: text in, text out."""

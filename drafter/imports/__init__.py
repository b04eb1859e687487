"""Recommendations from the files that people download: from the OHCHR, UHRI, UPR Info, or their own tables.

A file is recognised by its content. Every text comes out as it is in the file; what cannot be read with
certainty becomes a fault with its row, never a guess.
"""

"""Choosing, ordering and filling clauses; attaching notes; the document as blocks. Pure."""

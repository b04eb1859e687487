"""Choosing, ordering and filling clauses; attaching notes; the document as blocks. Pure."""

from drafter.patterns import import_quickly

import_quickly("jinja2.sandbox")

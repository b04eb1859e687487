"""Frozen values that all rooms share: answers, clauses, mechanisms and their rules, documents as blocks."""

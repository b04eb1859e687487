"""Loading, overlaying, cross-checking and searching clauses, rules and vocabularies."""

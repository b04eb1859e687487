"""Loading, overlaying, checking and searching clauses, rules and vocabularies."""

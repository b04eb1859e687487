"""Everything about a sentence that depends on its language: English now, French and Spanish next."""

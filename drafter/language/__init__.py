"""What belongs to one human language about a sentence: English now, French and Spanish next."""

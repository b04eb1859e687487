"""Real names and identifiers: the private file, and finding what is in it where it must not be."""

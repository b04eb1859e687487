"""Protection of people: consent, the private file, and the search for private details in texts."""

"""The user's store of imported recommendations: adding and removing those of a file, searching, counting."""

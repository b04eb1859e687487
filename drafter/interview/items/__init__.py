"""What the interview asks about, a module a kind of answer."""

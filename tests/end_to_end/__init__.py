"""From the keyboard to the Word file: whole programs, real terminals, other people's validators."""

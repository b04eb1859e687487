"""What holds for the project as a whole: its rooms, package, examples and traces."""

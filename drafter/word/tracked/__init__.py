"""A Word file that shows with tracked changes how one document became another."""

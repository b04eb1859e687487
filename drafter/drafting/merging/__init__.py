"""Taking the edits that colleagues made in a Word file back into the answers."""

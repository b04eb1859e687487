"""What a person may do at a question instead of answering it."""


class Back(Exception):
    """Go back to the question before."""


class Overview(Exception):
    """Look at everything answered so far, and change any of it."""

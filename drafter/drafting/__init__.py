"""The use cases as functions over values: from answers to a reviewed draft, and on to another document."""

"""drafter: from facts to a Word file that a United Nations human rights mechanism accepts."""

__version__ = "0.1.0"

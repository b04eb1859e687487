"""drafter: from facts to a Word file that a United Nations human rights mechanism accepts."""

__version__ = "0.1.0"
"""The one place of the version: the package's metadata is made from it."""
DISTRIBUTION = "rights-drafter"
"""Marks this package as ours: another one on the Python Package Index has the name ``drafter``, too."""

"""Tests of reading recommendations from downloaded files."""

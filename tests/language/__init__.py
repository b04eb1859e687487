"""Tests of what is English about a sentence."""

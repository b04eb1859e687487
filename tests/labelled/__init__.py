"""Texts labelled by reading, on which the rules of the review are measured, and tests of the labels."""

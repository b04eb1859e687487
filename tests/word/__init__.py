"""Tests of the package drafter/word."""

"""Tests of the room drafter/word."""

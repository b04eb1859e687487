"""Tests of the room drafter/language, of dates and of search."""

"""Tests of the room drafter/compose."""

"""Tests of the room drafter/library."""

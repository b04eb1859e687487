"""Tests of the room drafter/review."""

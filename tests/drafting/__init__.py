"""Tests of the room drafter/drafting."""

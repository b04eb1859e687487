"""Tests of the room drafter/interview."""

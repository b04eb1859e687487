"""Tests of the room drafter/cli."""

"""Tests of the room drafter/answers."""

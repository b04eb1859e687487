"""Tests of the room drafter/comparison."""

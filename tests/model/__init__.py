"""Tests of the room drafter/model."""

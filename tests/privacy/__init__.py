"""Tests of the room drafter/privacy."""

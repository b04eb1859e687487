"""Tests of the room drafter/recommendation_store."""

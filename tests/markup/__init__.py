"""Tests of the room drafter/markup."""

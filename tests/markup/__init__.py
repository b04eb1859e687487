"""Tests of the package drafter/markup."""

"""The interview: which question comes next, what an answer changes, and asking it."""

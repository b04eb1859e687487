"""The review of a submission: remarks with stable codes. Pure: it reads no file and asks nobody."""

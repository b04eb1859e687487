"""What is to be said of a submission: remarks with stable codes. Pure: nothing is read, written or asked."""

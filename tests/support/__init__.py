"""What the tests of several rooms build with."""

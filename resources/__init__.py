"""What the program brings along that is not code."""

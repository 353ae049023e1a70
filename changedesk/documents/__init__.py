"""What was made, sent out, returned and signed."""

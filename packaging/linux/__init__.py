"""The boxes for Linux."""

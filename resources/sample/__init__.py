"""The content of the sample project."""

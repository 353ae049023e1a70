"""Decisions about the project as a whole."""

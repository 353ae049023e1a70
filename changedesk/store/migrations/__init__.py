"""Numbered steps from one released schema to the next; each is frozen once it is released."""

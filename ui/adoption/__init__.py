"""Adoption: what is really done with the new system, and what it is worth."""

"""Impacts in the window: the table, the heat maps, the workshop."""

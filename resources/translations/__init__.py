"""Translations of the window: the texts (.ts), and what Qt reads (.qm, made at packaging)."""

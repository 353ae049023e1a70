"""The tools whose exports are tables: known by headings that no person would write by chance."""

from changedesk.exchange.asked import Recogniser

RECOGNISERS: tuple[Recogniser, ...] = ()

"""The tools whose exports are XML or Gherkin: known by their root element or first keyword."""

from changedesk.exchange.asked import Recogniser

RECOGNISERS: tuple[Recogniser, ...] = ()

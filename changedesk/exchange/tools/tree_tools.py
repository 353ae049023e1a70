"""The tools whose exports are XML or Gherkin: known by their root element or first keyword."""

from changedesk.exchange.asked import Recogniser
from changedesk.exchange.tools import (
    gherkin_scenarios,
    other_xml,
    testlink_cases,
    testlink_requirements,
    testlink_results,
    testrail_xml,
    zephyr_xml,
)

RECOGNISERS: tuple[Recogniser, ...] = (
    testrail_xml.RECOGNISER,
    testlink_cases.RECOGNISER,
    testlink_requirements.RECOGNISER,
    testlink_results.RECOGNISER,
    zephyr_xml.RECOGNISER,
    gherkin_scenarios.RECOGNISER,
    other_xml.RECOGNISER,
)
"""The last one refuses all other XML in a sentence of its own."""

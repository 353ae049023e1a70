"""The tools whose exports are tables: known by headings that no person would write by chance."""

from changedesk.exchange.asked import Recogniser
from changedesk.exchange.tools import (
    azure,
    practitest_csv,
    qtest_sheet,
    testrail_csv,
    xray_csv,
    zephyr_sheet,
)

RECOGNISERS: tuple[Recogniser, ...] = (
    testrail_csv.RECOGNISER,
    zephyr_sheet.SCALE,
    zephyr_sheet.SQUAD,
    xray_csv.RECOGNISER,
    azure.RECOGNISER,
    practitest_csv.RECOGNISER,
    qtest_sheet.RECOGNISER,
)

"""Tables that are not a person's own scripts: tools' exports, requirements and defects."""

from changedesk.exchange import defects, requirements
from changedesk.exchange.asked import Recogniser
from changedesk.exchange.tools import (
    azure,
    jira_defects,
    practitest_csv,
    qase_csv,
    qtest_sheet,
    single_rows,
    squash_sheet,
    testlink_csv,
    testrail_csv,
    xray_csv,
    zephyr_sheet,
    zephyr_traceability,
)

RECOGNISERS: tuple[Recogniser, ...] = (
    testrail_csv.RECOGNISER,
    zephyr_sheet.SCALE,
    zephyr_sheet.SQUAD,
    xray_csv.RECOGNISER,
    azure.RECOGNISER,
    practitest_csv.RECOGNISER,
    qtest_sheet.RECOGNISER,
    qase_csv.RECOGNISER,
    squash_sheet.RECOGNISER,
    *single_rows.RECOGNISERS,
    zephyr_traceability.RECOGNISER,
    testlink_csv.RECOGNISER,
    jira_defects.RECOGNISER,
    *requirements.SURE,
    defects.SURE,
)
"""In the order in which they are asked, before a person's own sheet of scripts."""

ASKED_FOR: tuple[Recogniser, ...] = (
    testlink_csv.ASKED_FOR,
    *requirements.ASKED_FOR,
    defects.ASKED_FOR,
)
"""Asked after all others: what a file is read as only where somebody names the kind."""

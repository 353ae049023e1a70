"""The actions of the page Impacts."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "impacts"
LIST = ActionSpec(
    "impacts.list", QT_TRANSLATE_NOOP("Actions", "&List"), "view", "Ctrl+Shift+1", "list", PAGE
)
HEAT = ActionSpec(
    "impacts.heat",
    QT_TRANSLATE_NOOP("Actions", "&Heat map by aspect"),
    "view",
    "Ctrl+Shift+2",
    "matrix",
    PAGE,
)
MONTHS = ActionSpec(
    "impacts.months",
    QT_TRANSLATE_NOOP("Actions", "Heat map by &month"),
    "view",
    "Ctrl+Shift+3",
    "calendar",
    PAGE,
)
CHECKS = ActionSpec(
    "impacts.checks",
    QT_TRANSLATE_NOOP("Actions", "&Checks"),
    "view",
    "Ctrl+Shift+4",
    "check",
    PAGE,
)
MEASURE = ActionSpec(
    "impacts.measure",
    QT_TRANSLATE_NOOP("Actions", "Next &measure"),
    "view",
    "Ctrl+M",
    "refresh",
    PAGE,
)
MITIGATION = ActionSpec(
    "impacts.mitigation",
    QT_TRANSLATE_NOOP("Actions", "New &mitigation"),
    "record",
    "Ctrl+Shift+N",
    "add",
    PAGE,
    group=1,
)
WORKSHOP = ActionSpec(
    "impacts.workshop",
    QT_TRANSLATE_NOOP("Actions", "&Workshop"),
    "record",
    "F5",
    "workshop",
    PAGE,
    group=2,
)
PROJECT_SIDE = ActionSpec(
    "impacts.project_side",
    QT_TRANSLATE_NOOP("Actions", "Rate for the project"),
    "record",
    "P",
    page=PAGE,
    group=3,
)
GROUP_SIDE = ActionSpec(
    "impacts.group_side",
    QT_TRANSLATE_NOOP("Actions", "Rate for the group"),
    "record",
    "G",
    page=PAGE,
    group=3,
)
REASON = ActionSpec(
    "impacts.reason",
    QT_TRANSLATE_NOOP("Actions", "Why it is rated so"),
    "record",
    "R",
    page=PAGE,
    group=3,
)
NEXT_GROUP = ActionSpec(
    "impacts.next_group",
    QT_TRANSLATE_NOOP("Actions", "Next group"),
    "record",
    "PgDown",
    page=PAGE,
    group=3,
)
PREVIOUS_GROUP = ActionSpec(
    "impacts.previous_group",
    QT_TRANSLATE_NOOP("Actions", "Previous group"),
    "record",
    "PgUp",
    page=PAGE,
    group=3,
)
RATINGS = tuple(
    ActionSpec(f"impacts.rate_{number}", text, "record", str(number), page=PAGE, group=4)
    for number, text in enumerate(
        (
            QT_TRANSLATE_NOOP("Actions", "0 none"),
            QT_TRANSLATE_NOOP("Actions", "1 aware only"),
            QT_TRANSLATE_NOOP("Actions", "2 a minor new step"),
            QT_TRANSLATE_NOOP("Actions", "3 needs training"),
            QT_TRANSLATE_NOOP("Actions", "4 core task changes"),
            QT_TRANSLATE_NOOP("Actions", "5 role redefined"),
        )
    )
)

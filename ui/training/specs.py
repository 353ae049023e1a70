"""The actions of the page Training: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "training"
VIEWS = (
    ActionSpec(
        "training.needs", QT_TRANSLATE_NOOP("Actions", "&Needs"), "view", "Ctrl+Shift+1", "", PAGE
    ),
    ActionSpec(
        "training.courses", QT_TRANSLATE_NOOP("Actions", "&Courses"), "view", "Ctrl+Shift+2", "",
        PAGE,
    ),
    ActionSpec(
        "training.sessions", QT_TRANSLATE_NOOP("Actions", "&Sessions"), "view", "Ctrl+Shift+3", "",
        PAGE,
    ),
    ActionSpec(
        "training.attendance", QT_TRANSLATE_NOOP("Actions", "&Attendance"), "view", "Ctrl+Shift+4",
        "attendance", PAGE,
    ),
    ActionSpec(
        "training.coverage", QT_TRANSLATE_NOOP("Actions", "Co&verage"), "view", "Ctrl+Shift+5", "",
        PAGE,
    ),
    ActionSpec(
        "training.skills", QT_TRANSLATE_NOOP("Actions", "S&kills"), "view", "Ctrl+Shift+6", "", PAGE
    ),
)  # fmt: skip
DRAW = ActionSpec(
    "training.draw", QT_TRANSLATE_NOOP("Actions", "&Draw from impacts"), "record", "Ctrl+D",
    "link", PAGE, group=1,
)  # fmt: skip
ADD_SKILL = ActionSpec(
    "training.add_skill", QT_TRANSLATE_NOOP("Actions", "Add a s&kill"), "record", "Ctrl+L", "add",
    PAGE, group=1,
)  # fmt: skip
RETRAIN = ActionSpec(
    "training.retrain", QT_TRANSLATE_NOOP("Actions", "Mark what must be &retrained…"), "record",
    "Ctrl+T", "refresh", PAGE, group=1,
)  # fmt: skip
ENROL = ActionSpec(
    "training.enrol", QT_TRANSLATE_NOOP("Actions", "&Enrol people…"), "record", "Ctrl+E", "people",
    PAGE, group=2,
)  # fmt: skip
CONFIRM = ActionSpec(
    "training.confirm", QT_TRANSLATE_NOOP("Actions", "Con&firmed, or not"), "record", "",
    "check", PAGE, group=2,
)  # fmt: skip
TAKE_OUT = ActionSpec(
    "training.take_out", QT_TRANSLATE_NOOP("Actions", "Take people &out"), "record",
    "Ctrl+Shift+Del", "remove", PAGE, group=2,
)  # fmt: skip
TAKE = ActionSpec(
    "training.take", QT_TRANSLATE_NOOP("Actions", "&Take attendance"), "record", "Ctrl+R",
    "attendance", PAGE, group=2,
)  # fmt: skip
WALK_IN = ActionSpec(
    "training.walk_in", QT_TRANSLATE_NOOP("Actions", "&Walk-in"), "record", "", "person", PAGE,
    group=2,
)  # fmt: skip
READINGS = ActionSpec(
    "training.readings", QT_TRANSLATE_NOOP("Actions", "&Readings of proficiency…"), "record",
    "Ctrl+Shift+R", "check", PAGE, group=1,
)  # fmt: skip
SESSIONS = VIEWS[2]

"""The actions of the page Communications: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "communications"
LIST = ActionSpec(
    "communications.list", QT_TRANSLATE_NOOP("Actions", "&List"), "view", "Ctrl+Shift+1", "list",
    PAGE,
)  # fmt: skip
CALENDAR = ActionSpec(
    "communications.calendar", QT_TRANSLATE_NOOP("Actions", "&Calendar"), "view", "Ctrl+Shift+2",
    "calendar", PAGE,
)  # fmt: skip
GAPS = ActionSpec(
    "communications.gaps", QT_TRANSLATE_NOOP("Actions", "&Gaps"), "view", "Ctrl+Shift+3", "check",
    PAGE,
)  # fmt: skip
SEND = ActionSpec(
    "communications.send", QT_TRANSLATE_NOOP("Actions", "&Mark as sent…"), "record", "Ctrl+M",
    "check", PAGE, group=1,
)  # fmt: skip
APPROVE = ActionSpec(
    "communications.approve", QT_TRANSLATE_NOOP("Actions", "&Approve"), "record", "Ctrl+Shift+A",
    "good", PAGE, group=1,
)  # fmt: skip
ADD_SENDING = ActionSpec(
    "communications.add_sending", QT_TRANSLATE_NOOP("Actions", "Add a se&nding"), "record", "",
    "add", PAGE, group=1,
)  # fmt: skip
EXPORT = ActionSpec(
    "communications.export", QT_TRANSLATE_NOOP("Actions", "Export .&ics…"), "record", "Ctrl+E",
    "export", PAGE, group=2,
)  # fmt: skip

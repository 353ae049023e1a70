"""The keys of run mode, as actions of the window."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "run"

OUTCOME_KEYS: dict[str, ActionSpec] = {
    "pass": ActionSpec("run.pass", QT_TRANSLATE_NOOP("Actions", "Pass"), "record", "P", page=PAGE),
    "fail": ActionSpec("run.fail", QT_TRANSLATE_NOOP("Actions", "Fail"), "record", "F", page=PAGE),
    "blocked": ActionSpec(
        "run.blocked", QT_TRANSLATE_NOOP("Actions", "Blocked"), "record", "B", page=PAGE
    ),
    "skipped": ActionSpec(
        "run.skip", QT_TRANSLATE_NOOP("Actions", "Skip"), "record", "S", page=PAGE
    ),
    "na": ActionSpec(
        "run.na", QT_TRANSLATE_NOOP("Actions", "Not applicable"), "record", "N", page=PAGE
    ),
}
BACK = ActionSpec(
    "run.back", QT_TRANSLATE_NOOP("Actions", "Step back"), "record", "Backspace", "left", PAGE
)
WORDS = ActionSpec(
    "run.words", QT_TRANSLATE_NOOP("Actions", "What happened?"), "record", "W", "edit", PAGE
)
DEFECT = ActionSpec(
    "run.defect",
    QT_TRANSLATE_NOOP("Actions", "Raise a defect"),
    "record",
    "Ctrl+D",
    "defects",
    PAGE,
)
END = ActionSpec(
    "run.end", QT_TRANSLATE_NOOP("Actions", "End this run"), "record", "Ctrl+Shift+X", "stop", PAGE
)
EDIT_PICTURE = ActionSpec(
    "run.edit_picture",
    QT_TRANSLATE_NOOP("Actions", "Crop or blur a picture"),
    "record",
    "E",
    "picture",
    PAGE,
)
PASTE_EDIT = ActionSpec(
    "run.paste_edit",
    QT_TRANSLATE_NOOP("Actions", "Paste a picture and edit it"),
    "record",
    "Ctrl+Shift+V",
    "paste",
    PAGE,
)
CHOOSE = ActionSpec(
    "run.choose",
    QT_TRANSLATE_NOOP("Actions", "Choose cycle and tester"),
    "record",
    "Ctrl+L",
    "cycles",
    PAGE,
)
LARGER = ActionSpec(
    "run.larger", QT_TRANSLATE_NOOP("Actions", "Larger type"), "view", "Ctrl++ | Ctrl+=", page=PAGE
)
SMALLER = ActionSpec(
    "run.smaller", QT_TRANSLATE_NOOP("Actions", "Smaller type"), "view", "Ctrl+-", page=PAGE
)
EXPORT = ActionSpec(
    "run.export",
    QT_TRANSLATE_NOOP("Actions", "Make the workbook"),
    "file",
    "Ctrl+E",
    "excel",
    PAGE,
)
PLAN = ActionSpec(
    "run.plan", QT_TRANSLATE_NOOP("Actions", "Plan a cycle"), "record", "", "cycles", PAGE
)
HAND_OVER = ActionSpec(
    "run.hand_over",
    QT_TRANSLATE_NOOP("Actions", "&Hand over to the tester…"),
    "record",
    "Ctrl+Shift+H",
    "hand_over",
    PAGE,
)
CLOSE = ActionSpec(
    "run.close_defects",
    QT_TRANSLATE_NOOP("Actions", "Close what was mended"),
    "record",
    "C",
    "good",
    PAGE,
)

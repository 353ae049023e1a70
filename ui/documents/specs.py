"""The actions of the page Documents: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "documents"
DOCUMENTS = ActionSpec(
    "documents.documents", QT_TRANSLATE_NOOP("Actions", "&Documents"), "view", "Ctrl+Shift+1", "",
    PAGE,
)  # fmt: skip
SIGNATURES = ActionSpec(
    "documents.signatures", QT_TRANSLATE_NOOP("Actions", "Si&gnatures"), "view", "Ctrl+Shift+3",
    "", PAGE,
)  # fmt: skip
SIGN = ActionSpec(
    "documents.sign", QT_TRANSLATE_NOOP("Actions", "Si&gn…"), "record", "Ctrl+G", "seal", PAGE,
    group=1,
)  # fmt: skip
CONFLICTS = ActionSpec(
    "documents.conflicts", QT_TRANSLATE_NOOP("Actions", "&To decide"), "view", "Ctrl+Shift+5", "",
    PAGE,
)  # fmt: skip
MERGE = ActionSpec(
    "documents.merge", QT_TRANSLATE_NOOP("Actions", "Put together with another &copy…"), "file",
    "Ctrl+M", "import", PAGE, group=1,
)  # fmt: skip
TAKE_BACK = ActionSpec(
    "documents.take_back", QT_TRANSLATE_NOOP("Actions", "Take the last &merge back…"), "file", "",
    "undo", PAGE, group=1,
)  # fmt: skip
BUNDLE = ActionSpec(
    "documents.bundle", QT_TRANSLATE_NOOP("Actions", "Save a b&undle…"), "file", "", "export",
    PAGE, group=1,
)  # fmt: skip
DECISIONS = ActionSpec(
    "documents.decisions", QT_TRANSLATE_NOOP("Actions", "&Go/no-go"), "view", "Ctrl+Shift+4", "",
    PAGE,
)  # fmt: skip
RECEIVE = ActionSpec(
    "documents.receive", QT_TRANSLATE_NOOP("Actions", "Take a &returned workbook in…"), "file",
    "Ctrl+T", "import", PAGE,
)  # fmt: skip
CHECK = ActionSpec(
    "documents.check", QT_TRANSLATE_NOOP("Actions", "Chec&k a document…"), "record", "Ctrl+Shift+C",
    "seal", PAGE, group=1,
)  # fmt: skip
SAVE_AGAIN = ActionSpec(
    "documents.save_again", QT_TRANSLATE_NOOP("Actions", "Sa&ve the file again…"), "file", "",
    "export", PAGE,
)  # fmt: skip

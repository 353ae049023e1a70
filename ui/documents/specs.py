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
DECISIONS = ActionSpec(
    "documents.decisions", QT_TRANSLATE_NOOP("Actions", "&Go/no-go"), "view", "Ctrl+Shift+4", "",
    PAGE,
)  # fmt: skip

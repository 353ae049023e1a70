"""The actions of the page Surveys: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "surveys"
SURVEYS = ActionSpec(
    "surveys.surveys", QT_TRANSLATE_NOOP("Actions", "&Surveys"), "view", "Ctrl+Shift+1", "", PAGE
)
QUESTIONS = ActionSpec(
    "surveys.questions", QT_TRANSLATE_NOOP("Actions", "&Questions"), "view", "Ctrl+Shift+2", "",
    PAGE,
)  # fmt: skip
WAVES = ActionSpec(
    "surveys.waves", QT_TRANSLATE_NOOP("Actions", "&Waves"), "view", "Ctrl+Shift+3", "", PAGE
)
ADD_OPTION = ActionSpec(
    "surveys.add_option", QT_TRANSLATE_NOOP("Actions", "Add an &answer"), "record", "Ctrl+L",
    "add", PAGE, group=1,
)  # fmt: skip
ADD_INVITATION = ActionSpec(
    "surveys.add_invitation", QT_TRANSLATE_NOOP("Actions", "&Invite a group"), "record", "Ctrl+I",
    "people", PAGE, group=1,
)  # fmt: skip
KIOSK = ActionSpec(
    "surveys.kiosk", QT_TRANSLATE_NOOP("Actions", "&Kiosk mode…"), "record",
    "Ctrl+Shift+K", "hand_over", PAGE, group=2,
)  # fmt: skip
PAPER = ActionSpec(
    "surveys.key_paper", QT_TRANSLATE_NOOP("Actions", "Key in &paper answers…"), "record",
    "Ctrl+Shift+L", "keyboard", PAGE, group=2,
)  # fmt: skip

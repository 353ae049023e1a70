"""The actions of the page Adoption: names, keys, places."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

PAGE = "adoption"
MEASURES = ActionSpec(
    "adoption.measures", QT_TRANSLATE_NOOP("Actions", "&Measures"), "view", "Ctrl+Shift+1", "", PAGE
)
BENEFITS = ActionSpec(
    "adoption.benefits", QT_TRANSLATE_NOOP("Actions", "&Benefits"), "view", "Ctrl+Shift+2", "", PAGE
)

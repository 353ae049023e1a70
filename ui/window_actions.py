"""The actions of the whole window: each is declared here once."""

from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP

NEW = ActionSpec(
    "file.new",
    QT_TRANSLATE_NOOP("Actions", "&New workspace…"),
    "file",
    "Ctrl+Shift+N",
    "new_file",
)
OPEN = ActionSpec(
    "file.open", QT_TRANSLATE_NOOP("Actions", "&Open workspace…"), "file", "Ctrl+O", "open"
)
SAMPLE = ActionSpec(
    "file.sample",
    QT_TRANSLATE_NOOP("Actions", "Open the &sample project"),
    "file",
    "",
    "sample",
)
KIT = ActionSpec(
    "file.kit",
    QT_TRANSLATE_NOOP("Actions", "Start from a &kit…"),
    "file",
    "",
    "project",
)
RESTORE = ActionSpec(
    "file.restore",
    QT_TRANSLATE_NOOP("Actions", "&Restore from a backup…"),
    "file",
    "",
    "restore",
    group=1,
)
BACK_UP = ActionSpec(
    "file.back_up",
    QT_TRANSLATE_NOOP("Actions", "&Back up now"),
    "file",
    "Ctrl+Shift+B",
    "backup",
    group=1,
)
ACTOR = ActionSpec(
    "file.actor", QT_TRANSLATE_NOOP("Actions", "&Your name…"), "file", "", "person", group=2
)
CLOSE = ActionSpec(
    "file.close",
    QT_TRANSLATE_NOOP("Actions", "&Close workspace"),
    "file",
    "Ctrl+W",
    "close",
    group=3,
)
QUIT = ActionSpec("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "file", "Ctrl+Q", group=3)

UNDO = ActionSpec("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit", "Ctrl+Z", "undo")
REDO = ActionSpec(
    "edit.redo",
    QT_TRANSLATE_NOOP("Actions", "&Redo"),
    "edit",
    "Ctrl+Shift+Z | Ctrl+Y",
    "redo",
)

PALETTE = ActionSpec(
    "go.palette", QT_TRANSLATE_NOOP("Actions", "&Find anything…"), "go", "Ctrl+K", "search"
)
PROJECT = ActionSpec(
    "go.project",
    QT_TRANSLATE_NOOP("Actions", "&Switch project…"),
    "go",
    "Ctrl+Shift+P",
    "project",
)

THEME_SYSTEM = ActionSpec(
    "view.system",
    QT_TRANSLATE_NOOP("Actions", "Colours of the &system"),
    "view",
    "",
    "system",
    checkable=True,
)
THEME_LIGHT = ActionSpec(
    "view.light",
    QT_TRANSLATE_NOOP("Actions", "&Light"),
    "view",
    "",
    "light",
    checkable=True,
)
THEME_DARK = ActionSpec(
    "view.dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "view", "", "dark", checkable=True
)
FULL_SCREEN = ActionSpec(
    "view.full_screen",
    QT_TRANSLATE_NOOP("Actions", "&Full screen"),
    "view",
    "F11",
    checkable=True,
    group=1,
)

KEYS = ActionSpec(
    "help.keys", QT_TRANSLATE_NOOP("Actions", "&Keys of this page"), "help", "F1", "keyboard"
)
DIAGNOSTICS = ActionSpec(
    "help.diagnostics",
    QT_TRANSLATE_NOOP("Actions", "&Copy diagnostics"),
    "help",
    "",
    "copy",
)
ABOUT = ActionSpec(
    "help.about", QT_TRANSLATE_NOOP("Actions", "&About ChangeDesk"), "help", "", "info", group=1
)

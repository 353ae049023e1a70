"""The small style sheet, made from tokens: what the palette cannot say."""

from string import Template

from ui.theme.tokens import FIGURE_POINTS, RADIUS, SMALL_POINTS, TITLE_POINTS, Tokens

_SHEET = Template("""
QToolTip { color: $on_toast; background: $toast; border: 0; padding: 4px 8px; }
QMainWindow, QDialog { background: $window; }
QLabel[look="title"] { font-size: ${title}pt; font-weight: 600; color: $text; }
QLabel[look="figure"] { font-size: ${figure}pt; font-weight: 600; color: $text; }
QLabel[look="count"] { font-size: ${title}pt; color: $text_faint; padding-left: 4px; }
QLabel[look="key"] { color: $text_soft; }
QLabel[look="heading"] { font-weight: 600; color: $text; }
QLabel[look="soft"] { color: $text_soft; }
QLabel[look="small"] { color: $text_soft; font-size: ${small}pt; }
QLabel[look="bad"] { color: $bad_ink; font-size: ${small}pt; }
QLabel[tone="good"] { color: $good_ink; }
QLabel[tone="warning"] { color: $warning_ink; }
QLabel[tone="bad"] { color: $bad_ink; }

QPushButton {
    background: $raised; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: 5px 14px; min-height: 20px; color: $text;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:disabled { color: $text_faint; border-color: $line; }
QPushButton[look="primary"] {
    background: $accent; border: 1px solid $accent; color: $on_accent; font-weight: 600;
}
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton[look="primary"]:disabled {
    background: $pressed; border-color: $pressed; color: $text_soft;
}
QPushButton[look="card"] {
    background: $surface; border: 1px solid $line_strong; text-align: left; padding: 0;
}
QPushButton[look="card"]:hover { background: $hover; }
QPushButton[look="card"]:focus { border: 2px solid $focus; }
QPushButton:checked {
    background: $selection; color: $on_selection; border-color: $accent; font-weight: 600;
}
QPushButton[look="project"] {
    background: transparent; border: 1px solid transparent; text-align: left;
    padding: 6px 8px; margin: 0 8px; font-weight: 600;
}
QPushButton[look="project"]:hover { background: $hover; }
QPushButton[look="project"]:focus { border: 1px solid $focus; }
QPushButton[place="status"] {
    color: $text_soft; font-size: ${small}pt; padding: 1px 6px; min-height: 16px;
}
QPushButton[look="quiet"], QToolButton[look="quiet"] {
    background: transparent; border: 1px solid transparent;
}
QToolButton[look="quiet"] { border-radius: ${radius}px; padding: 4px; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 1px solid $focus; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractSpinBox {
    background: $surface; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: 4px 8px; color: $text; selection-background-color: $accent;
    selection-color: $on_accent;
}
QLineEdit, QComboBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 3px 7px;
}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {
    background: transparent; border-color: transparent;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $window; border-color: $line; color: $text_soft;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $bad_ink; padding: 3px 7px;
}
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: 0; padding: 0; margin: 0; min-height: 0; background: transparent;
}
QPlainTextEdit[look="card"] { background: $surface; border: 1px solid $line; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {
    border: 0; width: 24px;
}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$arrow"); width: 12px; height: 12px;
}
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; background: $surface; border: 1px solid $line_strong;
}
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check");
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; border-radius: 8px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px; }

QTableView, QListView, QTreeView {
    background: $surface; border: 0; outline: 0; gridline-color: $line;
    selection-background-color: $selection; selection-color: $on_selection;
}
QTableView QLineEdit, QTableView QComboBox, QTableView QPlainTextEdit {
    border-radius: 0; min-height: 0; padding: 0 6px; border: 2px solid $focus;
}
QAbstractScrollArea::corner { background: transparent; border: 0; }
QListView[look="card"] { border: 1px solid $line; border-radius: ${radius}px; padding: 4px 0; }
QDialog[look="palette"] { background: $surface; border: 1px solid $line_strong; }
QLineEdit[look="palette"] {
    border: 0; border-bottom: 1px solid $line; border-radius: 0; padding: 12px 16px;
    background: $surface;
}
QHeaderView { background: $surface; }
QHeaderView::section {
    background: $surface; color: $text_soft; border: 0; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600; text-align: left;
}
QHeaderView::section:hover { background: $hover; }
QTableCornerButton::section { background: $surface; border: 0; border-bottom: 1px solid $line; }

QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: $sidebar; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $pressed; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: 0; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; border: 0; border-bottom: 2px solid transparent;
    padding: 6px 12px; color: $text_soft;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }

QProgressBar { background: $hover; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QFrame[look="sidebar"], QListView[look="sidebar"] { background: $sidebar; }
QListView[look="sidebar"]::item { padding: 6px 8px; margin: 1px 8px; border-radius: ${radius}px; }
QListView[look="sidebar"]::item:hover { background: $hover; }
QListView[look="sidebar"]::item:selected { background: $selection; color: $on_selection; }
QFrame[look="status"] { background: $sidebar; border-top: 1px solid $line; }
QFrame[look="status"] QLabel { color: $text_soft; font-size: ${small}pt; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[look="surface"] { background: $surface; }
QFrame[look="toast"] { background: $toast; border-radius: ${radius}px; }
QFrame[look="toast"] QLabel { color: $on_toast; }
QFrame[look="bad"] { background: $bad_fill; }
QFrame[look="bad"] QLabel { color: $bad_ink; }
QFrame[look="warning"] { background: $warning_fill; }
QFrame[look="warning"] QLabel { color: $warning_ink; }
QFrame[look="info"] { background: $info_fill; }
QFrame[look="info"] QLabel { color: $info_ink; }
QFrame[look="good"] { background: $good_fill; }
QFrame[look="good"] QLabel { color: $good_ink; }
""")


def style_sheet(tokens: Tokens, arrow: str, check: str) -> str:
    """Return the style sheet of a set of tokens; `arrow` and `check` are files of pictures."""
    colours = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    return _SHEET.substitute(
        colours,
        radius=RADIUS,
        arrow=arrow,
        check=check,
        title=f"{TITLE_POINTS:g}",
        small=f"{SMALL_POINTS:g}",
        figure=f"{FIGURE_POINTS:g}",
    )

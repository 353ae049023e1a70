"""The menu bar, made from the actions, and what the actions of the whole window do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu

from ui import window_actions as actions
from ui.actions import MENUS, ActionChosen, ActionSpec
from ui.crash import diagnostics
from ui.desk_context import Place, Services
from ui.desk_view import DeskView
from ui.lazily import load
from ui.pages import PAGES, page_keys
from ui.session import OpenDesk, Session
from ui.theme.theme import Mode

THEMES = {
    actions.THEME_SYSTEM.id: Mode.SYSTEM,
    actions.THEME_LIGHT.id: Mode.LIGHT,
    actions.THEME_DARK.id: Mode.DARK,
}


def build_menus(window: QMainWindow, services: Services, session: Session) -> "WindowMenus":
    """Declare the window's actions and make its menu bar."""
    return WindowMenus(window, services, session)


class WindowMenus(QObject):
    """Holds the menus and does what the window's own actions say."""

    def __init__(self, window: QMainWindow, services: Services, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._session = session
        self._desk: OpenDesk | None = None
        self._view: DeskView | None = None
        self._declare()
        self._menus: dict[str, QMenu] = {}
        for name, title in self._titles().items():
            self._menus[name] = QMenu(title, window)
            window.menuBar().addMenu(self._menus[name])
        services.actions.changed.connect(self._fill)
        services.actions.refreshed.connect(self._show_menus)
        self._fill()
        self._check_theme()

    # -- declared ---------------------------------------------------------------------------------

    def _declare(self) -> None:
        open_now, file_now = self._is_open, self._is_file
        table: tuple[tuple[ActionSpec, Callable[[], None], Callable[[], bool] | None], ...] = (
            (actions.NEW, self.new_workspace, None),
            (actions.OPEN, self.open_workspace, None),
            (actions.SAMPLE, self.open_sample, None),
            (actions.KIT, self.start_from_kit, self._can_undo),
            (actions.RESTORE, self.restore, None),
            (actions.BACK_UP, self._back_up, file_now),
            (actions.ACTOR, self.ask_name, None),
            (actions.CLOSE, self._close_workspace, open_now),
            (actions.QUIT, self._quit, None),
            (actions.UNDO, self._undo, self._can_undo),
            (actions.REDO, self._redo, self._can_redo),
            (actions.PALETTE, self.open_palette, None),
            (actions.PROJECT, self._offer_projects, open_now),
            (actions.THEME_SYSTEM, self._choose_theme, None),
            (actions.THEME_LIGHT, self._choose_theme, None),
            (actions.THEME_DARK, self._choose_theme, None),
            (actions.FULL_SCREEN, self._full_screen, None),
            (actions.KEYS, self.show_keys, None),
            (actions.DIAGNOSTICS, self._copy_diagnostics, None),
            (actions.ABOUT, self._about, None),
        )
        for spec, triggered, enabled in table:
            self._services.actions.add(spec, triggered, enabled)
        for number, entry in enumerate(PAGES, 1):
            keys = page_keys(number)
            spec = ActionSpec(f"go.page.{entry.key}", entry.title, "go", keys, entry.icon, group=1)
            action = self._services.actions.add(spec, self._go_to_page, open_now)
            action.setText(entry.words)
            action.setData(entry.key)

    def _titles(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "record": self.tr("&Record"),
            "go": self.tr("&Go"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    def _fill(self) -> None:
        for name in MENUS:
            menu = self._menus[name]
            menu.clear()
            specs = [spec for spec in self._services.actions.specs() if spec.menu == name]
            group = None
            for spec in sorted(specs, key=_by_group):
                if group is not None and spec.group != group:
                    menu.addSeparator()
                group = spec.group
                menu.addAction(self._services.actions.action(spec.id))
        self._show_menus()

    def _show_menus(self) -> None:
        for menu in self._menus.values():
            menu.menuAction().setVisible(any(action.isVisible() for action in menu.actions()))

    # -- the workspace --------------------------------------------------------------------------

    def take_desk(self, desk: OpenDesk, view: DeskView) -> None:
        """Let the actions work on an open workspace."""
        self._desk, self._view = desk, view
        self.show_undo()

    def drop_desk(self) -> None:
        """Let the actions work without a workspace."""
        self._desk = self._view = None
        self.show_undo()

    def show_undo(self) -> None:
        """Say in the menu what undo and redo would do."""
        keeper = self._desk.undo if self._desk else None
        names = (
            (actions.UNDO, keeper.next_undo if keeper else "", self.tr("&Undo: {0}")),
            (actions.REDO, keeper.next_redo if keeper else "", self.tr("&Redo: {0}")),
        )
        for spec, label, text in names:
            action = self._services.actions.action(spec.id)
            plain = QCoreApplication.translate("Actions", spec.text)
            action.setText(text.format(label.replace("&", "&&")) if label else plain)
        self._services.actions.refresh()

    def new_workspace(self) -> None:
        """Ask for names, then make a workspace."""
        dialog = load("ui.welcome.new_dialog:NewWorkspaceDialog")
        _open(dialog(self._services, self._session, self._window))

    def open_workspace(self) -> None:
        """Ask which file, then open it."""
        self._services.prompts.open_file(
            self._window,
            self.tr("Open a workspace"),
            self.tr("ChangeDesk workspaces (*.changedesk)"),
            self._open_path,
        )

    def open_sample(self) -> None:
        """Ask where the sample project shall be, then make and open it."""
        self._services.prompts.save_file(
            self._window,
            self.tr("Where shall the sample project be?"),
            str(Path.home() / "Sample project.changedesk"),
            self.tr("ChangeDesk workspaces (*.changedesk)"),
            self._session.create_sample,
        )

    def start_from_kit(self) -> None:
        """Offer the starter kits for the project at hand."""
        if self._desk is not None and self._view is not None:
            self._view.leave()
            dialog = load("ui.kits.dialog:KitDialog")
            _open(dialog(self._desk.context, self._window))

    def restore(self) -> None:
        """Offer the backups of this installation."""
        dialog = load("ui.welcome.restore_dialog:RestoreDialog")
        _open(dialog(self._services, self._session, self._window))

    def ask_name(self) -> None:
        """Ask for the name that changes are signed with."""
        self._services.prompts.text(
            self._window,
            self.tr("Your name"),
            self.tr("Changes are signed with this name:"),
            self._session.actor,
            self._take_name,
        )

    def open_palette(self) -> None:
        """Open the line that finds everything."""
        context = self._desk.context if self._desk else None
        kind = load("ui.palette:PaletteDialog")
        dialog = kind(self._services.actions, self._services.theme, context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._take_chosen)
        dialog.open_over(self._window)

    def show_keys(self) -> None:
        """Show the keys of the page at hand."""
        entry = self._view.current_entry if self._view else None
        page = self._view.current if self._view else None
        sheet = load("ui.key_sheet:KeySheet")(
            self._services.actions,
            entry.words if entry else "",
            entry.key if entry else "",
            page.further_keys() if page else (),
            self._window,
        )
        _open(sheet)

    def _open_path(self, path: Path) -> None:
        self._session.open(str(path))

    def _take_name(self, name: str) -> None:
        self._session.set_actor(name)
        self._window.show_name(self._session.actor)  # type: ignore[attr-defined]

    def _take_chosen(self, value: object) -> None:
        if isinstance(value, ActionChosen):
            self._services.actions.action(value.id).trigger()
        elif isinstance(value, Place) and self._desk is not None:
            self._desk.context.wanted.emit(value)

    def _go_to_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._view is not None:
            self._view.show_page(str(action.data()))

    def _offer_projects(self) -> None:
        if self._view is not None:
            self._view.sidebar.projects.offer()

    def _back_up(self) -> None:
        if self._desk is not None:
            self._desk.care.back_up()

    def _undo(self) -> None:
        if self._desk is not None and self._view is not None:
            self._view.leave()
            self._desk.undo.undo()

    def _redo(self) -> None:
        if self._desk is not None and self._view is not None:
            self._view.leave()
            self._desk.undo.redo()

    def _is_open(self) -> bool:
        return self._desk is not None

    def _is_file(self) -> bool:
        return self._desk is not None and self._desk.care.possible

    def _can_undo(self) -> bool:
        return self._desk is not None and not self._desk.workspace.read_only

    def _can_redo(self) -> bool:
        return self._can_undo()

    def _close_workspace(self) -> None:
        writing = self._services.jobs.writing
        if writing:
            self._services.messages.tell(
                self.tr("{0} is under way: close the workspace when it is done.").format(writing),
                "warning",
            )
        else:
            self._session.close()

    def _quit(self) -> None:
        self._window.close()

    # -- view and help --------------------------------------------------------------------------

    def _choose_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            mode = THEMES[action.objectName()]
            self._services.theme.choose(mode)
            self._services.settings.remember("theme", mode.value)
            self._check_theme()

    def _check_theme(self) -> None:
        for name, mode in THEMES.items():
            self._services.actions.action(name).setChecked(self._services.theme.mode is mode)

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics())
        self._services.messages.toast(self.tr("Copied."))

    def _about(self) -> None:
        desk = self._session.desk
        places = load("ui.about:places_of")(desk.workspace if desk is not None else None)
        notice = load("ui.about:notice_file")()
        _open(load("ui.about:AboutDialog")(places, notice, self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _by_group(spec: ActionSpec) -> int:
    return spec.group

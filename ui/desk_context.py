"""What every page is handed: the open workspace and the services of the window around it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from changedesk.store.workspace import Workspace
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.jobs import JobRunner
from ui.messages import Messages
from ui.prompts import Prompts
from ui.settings import Settings
from ui.theme.theme import Theme


@dataclass(frozen=True)
class Place:
    """Where to go: a page by its key, a record on it if given, in the project if given."""

    page: str
    type_name: str = ""
    record: int | None = None
    project: int | None = None


@dataclass(frozen=True)
class Services:
    """What does not depend on the workspace that is open."""

    jobs: JobRunner
    prompts: Prompts
    theme: Theme
    settings: Settings
    actions: ActionRegistry
    messages: Messages


class DeskContext(QObject):
    """The workspace at hand, the project chosen in it, and the window's services.

    `project_changed` carries the key of the project (None when there is none yet);
    `wanted` carries a Place that the window then shows. `turning` tells whether an undo or a redo
    is under way, and `turned` is emitted when that has changed.
    """

    project_changed = Signal(object)
    wanted = Signal(object)
    turned = Signal()

    def __init__(self, workspace: Workspace, bus: ChangeBus, services: Services) -> None:
        super().__init__()
        self.workspace = workspace
        self.bus = bus
        self.jobs = services.jobs
        self.prompts = services.prompts
        self.theme = services.theme
        self.settings = services.settings
        self.actions = services.actions
        self.messages = services.messages
        self._project_id: int | None = None
        self.turning = False

    def turn(self, under_way: bool) -> None:
        """Take note that an undo or a redo is under way, or that none is any more."""
        self.turning = under_way
        self.turned.emit()

    @property
    def project_id(self) -> int | None:
        """Return the key of the project that the window works on, or None."""
        return self._project_id

    @project_id.setter
    def project_id(self, key: int | None) -> None:
        if key != self._project_id:
            self._project_id = key
            self.project_changed.emit(key)

    def go_to(self, page: str, type_name: str = "", record: int | None = None) -> None:
        """Show a page, and a record on it."""
        self.wanted.emit(Place(page, type_name, record))

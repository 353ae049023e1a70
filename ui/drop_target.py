"""Files that are dropped anywhere on the window, also on a field that would take them as text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow

WORKSPACE = ".changedesk"
BUNDLE = ".cdbundle"
SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
TAKEN = (WORKSPACE, BUNDLE, *SHEETS, ".txt", ".xml", ".feature", ".docx", ".pdf")


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files and folders of a drop that the window takes; what else it may hold is not.

    A drop with pictures in it is left to whoever takes pictures.
    """
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    fitting = [one for one in paths if one.suffix.lower() in TAKEN or one.is_dir()]
    return fitting if len(fitting) == len(paths) else []


class DropTarget(QObject):
    """Sees drops before the widgets under them do. `dropped` carries the paths."""

    dropped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._ours = False

    def watch(self, window: QWindow | None) -> None:
        """Watch the drops on a window; it may be called again."""
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._ours = bool(dropped_files(event.mimeData()))
        if isinstance(event, QDropEvent) and self._ours and kind != QEvent.Type.Drop:
            event.acceptProposedAction()
            return True
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self.take(event)
        return super().eventFilter(watched, event)

    def take(self, event: QDropEvent | QDragMoveEvent) -> bool:
        """Take a drop; tell whether it holds anything for the window."""
        self._ours = False
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
        return bool(paths)

"""The window over a workspace whose UAT workbook was sent out, and drops on it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from changedesk.desk import open_desk
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.people.queries import project_called
from tests.overview.returns.books import Hands, build
from ui.app import Desktop

Drop = Callable[..., None]


@pytest.fixture(scope="session")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workspace and the workbook that was made from it, once: each test works on copies."""
    folder = tmp_path_factory.mktemp("sent")
    build(folder / "crm.changedesk")
    desk = open_desk(folder / "crm.changedesk", actor="Dana")
    wanted = Wanted(project_called(desk))
    export(desk, document_called("uat-workbook"), wanted, folder / "sent.xlsx")
    desk.close()
    return folder / "crm.changedesk", folder / "sent.xlsx"


@pytest.fixture
def hands(sent_out: tuple[Path, Path], desktop: Desktop, tmp_path: Path) -> Hands:
    """The workspace open in the window, and the workbook to be filled in."""
    shutil.copy(sent_out[0], tmp_path / "crm.changedesk")
    shutil.copy(sent_out[1], tmp_path / "sent.xlsx")
    desktop.session.open(str(tmp_path / "crm.changedesk"))
    desktop.window.show()
    workspace = desktop.session.desk.workspace
    return Hands(workspace, tmp_path, tmp_path / "sent.xlsx")


@pytest.fixture
def drop(desktop: Desktop) -> Drop:
    """Drops files on the window as the system does: on the window itself, or on a widget."""

    def let_fall(*paths: Path, on: QWidget | None = None) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QGuiApplication.sendEvent(on or desktop.window.windowHandle(), event)

    return let_fall

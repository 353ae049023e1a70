"""A workspace and the workbook that was exported from it, fresh for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.desk import open_desk
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.people.queries import project_called
from tests.overview.returns.books import Hands, build


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The workspace and its workbook, made once: each test works on copies."""
    folder = tmp_path_factory.mktemp("returns")
    build(folder / "crm.changedesk")
    desk = open_desk(folder / "crm.changedesk", actor="Dana")
    wanted = Wanted(project_called(desk))
    export(desk, document_called("uat-workbook"), wanted, folder / "sent.xlsx")
    desk.close()
    return folder / "crm.changedesk", folder / "sent.xlsx"


@pytest.fixture
def hands(made: tuple[Path, Path], tmp_path: Path) -> Iterator[Hands]:
    workspace = tmp_path / "crm.changedesk"
    shutil.copy(made[0], workspace)
    shutil.copy(made[1], tmp_path / "sent.xlsx")
    desk = open_desk(workspace, actor="Dana")
    yield Hands(desk, tmp_path, tmp_path / "sent.xlsx")
    desk.close()

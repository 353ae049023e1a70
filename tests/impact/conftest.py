"""A workspace on a day of its own, for the change side."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.store.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace; it is noon of 1 June 2026."""
    noon = int(datetime(2026, 6, 1, 12, tzinfo=UTC).timestamp() * 1000)
    workspace = new_desk(tmp_path / "desk.changedesk", actor="Dana", clock=lambda: noon)
    yield workspace
    workspace.close()

"""What the tests of the store share: both engines, and workspaces of throw-away record types."""

from collections.abc import Iterator

import pytest

from changedesk.store.workspace import Workspace
from tests.store.desks import Clock, Desk, Places, places_of


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)], scope="session"
)
def engine(request: pytest.FixtureRequest) -> str:
    """The engine under the workspaces of a test."""
    return str(request.param)


@pytest.fixture(scope="session")
def server(engine: str, request: pytest.FixtureRequest) -> str:
    """The URL of the PostgreSQL server where the engine needs one."""
    return request.getfixturevalue("postgresql_url") if engine == "postgresql" else ""


@pytest.fixture
def places(engine: str, server: str) -> Iterator[Places]:
    with places_of(engine, server) as found:
        yield found


@pytest.fixture
def files() -> Iterator[Places]:
    """Places for workspaces in files, for what only files can do."""
    with places_of("sqlite") as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(places: Places, clock: Clock) -> Desk:
    return Desk(places, clock)


@pytest.fixture
def ws(desk: Desk) -> Workspace:
    """An empty workspace, on either engine."""
    return desk.ws

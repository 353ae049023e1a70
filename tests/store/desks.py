"""Fresh places for workspaces on either engine, and the copies that a test works with."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from changedesk.store.access import create_workspace, open_workspace
from changedesk.store.records import Schema
from changedesk.store.workspace import Workspace
from tests.store.shapes import SCHEMA

MEMORY = Path("/dev/shm")
START_MS = 1_790_000_000_000


class Places:
    """Gives out addresses of one engine, and takes everything away at the end."""

    def __init__(self, engine: str, server: str = "") -> None:
        self.engine = engine
        self._server = server
        self._given = 0
        self._schemas: list[str] = []
        self.open: list[Desk] = []
        self._folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))

    def fresh(self) -> str:
        """Return an address where nothing is yet."""
        self._given += 1
        if self.engine == "sqlite":
            return str(self._folder / f"{self._given}.changedesk")
        name = f"t{os.getpid()}_{self._folder.name}_{self._given}".lower()
        with psycopg.connect(self._server, autocommit=True) as server:
            server.execute(f'CREATE SCHEMA "{name}"')
        self._schemas.append(name)
        sign = "&" if "?" in self._server else "?"
        return f"{self._server}{sign}options={quote(f'-csearch_path={name}')}"

    def clear(self) -> None:
        """Close and remove all that was made at these places."""
        for desk in self.open:
            desk.ws.close()
        self.open.clear()
        for found in self._folder.iterdir():
            found.unlink()
        if self._schemas:
            with psycopg.connect(self._server, autocommit=True) as server:
                for name in self._schemas:
                    server.execute(f'DROP SCHEMA "{name}" CASCADE')
            self._schemas.clear()

    def remove(self) -> None:
        """Remove the folder too; no more places are given."""
        shutil.rmtree(self._folder)


@contextmanager
def places_of(engine: str, server: str = "") -> Iterator[Places]:
    """Give out places for as long as the block runs."""
    places = Places(engine, server)
    try:
        yield places
    finally:
        places.clear()
        places.remove()


class Clock:
    """A machine's clock that goes on a little at each look, and can be set."""

    def __init__(self, now_ms: int = START_MS) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        self.now_ms += 7
        return self.now_ms


class Desk:
    """One copy of a workspace: where it is, its clock, and the workspace while it is open."""

    def __init__(
        self, places: Places, clock: Clock, *, actor: str = "Amira", schema: Schema = SCHEMA
    ) -> None:
        self.clock = clock
        self.actor = actor
        self.schema = schema
        self.address = places.fresh()
        self.ws: Workspace = create_workspace(self.address, schema, actor=actor, clock=clock)
        places.open.append(self)

    def restart(self, actor: str = "") -> None:
        """Close and open again, perhaps as somebody else."""
        self.ws.close()
        self.actor = actor or self.actor
        self.ws = open_workspace(self.address, self.schema, actor=self.actor, clock=self.clock)

"""A team database: connections that break, commits whose answer is lost, several people at once."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from changedesk.store.access import create_workspace, open_workspace
from changedesk.store.engine import Sql, postgresql_database
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.records import Schema
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Places, places_of
from tests.store.shapes import SCHEMA, Item, Person, Team

FORGERIES = ("DELETE FROM op", "UPDATE op SET actor = 'Mallory'", "UPDATE op SET val = ''")

pytestmark = pytest.mark.postgresql


@pytest.fixture
def team(postgresql_url: str) -> Iterator[Places]:
    with places_of("postgresql", postgresql_url) as places:
        yield places


@pytest.fixture
def address(team: Places) -> str:
    """A team database with a workspace in it."""
    place = team.fresh()
    create_workspace(place, SCHEMA, actor="Amira").close()
    return place


class Wire:
    """Stands between a client and the server, and can lose the answer to a commit."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._server = (parts.hostname or "127.0.0.1", parts.port or 5432)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.loses_commits = False
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            thread = threading.Thread(target=self._carry, args=(client, server), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        lost = threading.Event()
        back = threading.Thread(target=self._answer, args=(server, client, lost), daemon=True)
        back.start()
        with client, server:
            while data := client.recv(65536):
                if b"COMMIT" in data and self.loses_commits:
                    self.loses_commits = False
                    lost.set()
                    server.sendall(data)
                    back.join(10)
                    return
                server.sendall(data)
            server.shutdown(socket.SHUT_RDWR)
            back.join(10)

    def _answer(self, server: socket.socket, client: socket.socket, lost: threading.Event) -> None:
        try:
            while data := server.recv(65536):
                if lost.is_set():
                    return  # the server has done it; nobody is told
                client.sendall(data)
        except OSError:
            return

    def close(self) -> None:
        self._listener.close()
        for thread in self._threads[1:]:
            thread.join(10)


@pytest.fixture
def wire(postgresql_url: str) -> Iterator[Wire]:
    found = Wire(postgresql_url)
    yield found
    found.close()


def through(address: str, wire: Wire) -> str:
    """Return the address of the same database by way of the wire."""
    parts = urlsplit(address)
    who = f"{parts.username}@" if parts.username else ""
    return parts._replace(netloc=f"{who}127.0.0.1:{wire.port}").geturl() + "&sslmode=disable"


def drop_connections(ws: Workspace, server: str) -> None:
    with ws.connected() as sql:
        pid = sql.value("SELECT pg_backend_pid()")
    with psycopg.connect(server, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))


def test_a_commit_whose_answer_was_lost_is_found_to_be_done(address: str, wire: Wire) -> None:
    ws = open_workspace(through(address, wire), SCHEMA, actor="Amira")
    wire.loses_commits = True
    with ws.change("Add") as change:
        change.add(Team(name="Desk"))
    assert wire.loses_commits is False, "the answer was lost indeed"
    assert ws.counts()["team"] == 1
    assert ws.journal_length() == 2
    laws.sound(ws)
    ws.close()


def test_a_connection_that_broke_is_told_once_and_made_anew(
    address: str, postgresql_url: str
) -> None:
    ws = open_workspace(address, SCHEMA, actor="Amira")
    drop_connections(ws, postgresql_url)
    with pytest.raises(EnvironmentProblem, match="connection to the team database was lost"):
        ws.counts()
    assert ws.counts()["team"] == 0
    ws.close()


def test_a_change_whose_connection_broke_left_nothing_and_can_be_made_again(
    address: str, postgresql_url: str
) -> None:
    ws = open_workspace(address, SCHEMA, actor="Amira")

    def attempt() -> None:
        with ws.change("Add") as change:
            change.add(Team(name="Desk"))
            drop_connections(ws, postgresql_url)
            change.add(Person(name="Ada"))

    with pytest.raises(EnvironmentProblem, match="was lost"):
        attempt()
    assert ws.journal_length() == 0
    with ws.change("Again") as change:
        change.add(Team(name="Desk"))
    laws.sound(ws)
    ws.close()


def test_several_people_write_at_once_and_nothing_is_lost(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks = []
    for name in ("Amira", "Bo", "Cy"):
        monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / name))
        desks.append(open_workspace(address, SCHEMA, actor=name))
    with desks[0].change("Begin") as change:
        item = change.add(Item(project=change.add(Team(name="t")), title="0"))

    def work(ws: Workspace) -> None:
        for number in range(5):
            with ws.change(f"{ws.actor} {number}") as change:
                change.add(Person(name=f"{ws.actor} {number}"))
                change.set_many(Item, {item.id: {"title": f"{ws.actor} {number}"}})

    threads = [threading.Thread(target=work, args=(ws,)) for ws in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desks[0].counts()["person"] == 15
    assert len({ws.device_uid for ws in desks}) == 3
    laws.sound(desks[1])
    for ws in desks:
        ws.close()


def test_a_snapshot_sees_one_moment(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = open_workspace(address, SCHEMA, actor="Amira")
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path))
    other = open_workspace(address, SCHEMA, actor="Bo")
    with one.snapshot():
        before = one.counts()
        with other.change("Meanwhile") as change:
            change.add(Team(name="t"))
        assert one.counts() == before
        assert one.search("t") == []
    assert one.counts()["team"] == 1
    one.close()
    other.close()


def test_the_same_installation_is_the_same_device(address: str) -> None:
    one = open_workspace(address, SCHEMA, actor="Amira")
    with one.change("Add") as change:
        change.add(Team(name="t"))
    device = one.device_uid
    one.close()
    again = open_workspace(address, SCHEMA, actor="Amira")
    assert again.device_uid == device
    assert again.next_undo() == "Add"
    assert again.path is None
    assert again.name == "postgres"
    with pytest.raises(UserError, match="backed up by its server"):
        again.backup()
    again.close()


def test_what_is_no_workspace_or_one_already_is_told(team: Places, address: str) -> None:
    with pytest.raises(UserError, match="holds no workspace"):
        open_workspace(team.fresh(), SCHEMA)
    with pytest.raises(UserError, match="holds a workspace already"):
        create_workspace(address, SCHEMA)


def test_a_newer_team_database_can_be_read_and_an_older_one_waits_for_its_owner(
    address: str,
) -> None:
    newer = Schema(types=SCHEMA.types, derivations=SCHEMA.derivations, version=2)
    with pytest.raises(EnvironmentProblem, match="has schema 1, older than this ChangeDesk's 2"):
        open_workspace(address, newer)
    database = postgresql_database(address)
    with database.connection_context():
        Sql(database).run("UPDATE state SET value = '2' WHERE name = 'schema'")
    ws = open_workspace(address, SCHEMA)
    assert "newer than this ChangeDesk's 1" in ws.read_only
    assert ws.counts()["team"] == 0
    assert ws.verify() == []
    with pytest.raises(UserError, match="opens read-only"), ws.change("x"):
        pass
    ws.close()


def test_the_journal_of_a_team_database_is_append_only(address: str) -> None:
    ws = open_workspace(address, SCHEMA, actor="Amira")
    with ws.change("Add") as change:
        change.add(Team(name="t"))
    for statement in (
        "DELETE FROM op",
        "UPDATE op SET actor = 'Mallory'",
        "UPDATE op SET val = ''",
    ):
        with pytest.raises(Exception, match="append-only"), ws.connected() as sql:
            sql.run(statement)
    laws.sound(ws)
    ws.close()


def test_a_server_that_does_not_answer_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(EnvironmentProblem, match="does not answer"):
        open_workspace(f"postgresql://nobody@127.0.0.1:{port}/none", SCHEMA)


def test_without_a_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(EnvironmentProblem, match="no PostgreSQL driver"):
        open_workspace("postgresql://localhost/x", SCHEMA)

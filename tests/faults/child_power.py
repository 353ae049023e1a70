"""Cuts the power: replays recorded SQL over a disk that remembers what it was never told to keep.

A process of its own, because the test's process has another SQLite library in it already. Every
write, truncation, sync, creation and removal is logged; an image of the disk after a cut holds all
that was synced, and of the rest whatever chance leaves: sectors of 512 bytes, each there or not.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
Event = tuple[Any, ...]


@dataclass
class Log:
    """What the disk was asked to do, in order; each file that is made has a number of its own."""

    events: list[Event] = field(default_factory=list)
    number_of: dict[str, int] = field(default_factory=dict)

    def made(self, name: str) -> None:
        self.number_of[name] = number = len(self.events) + 1
        self.events.append(("made", name, number))

    def removed(self, name: str) -> None:
        del self.number_of[name]
        self.events.append(("removed", name))


class RecordingDisk(apsw.VFS):
    """The system's own files, with a log of what is done to them."""

    name = "recording"

    def __init__(self, log: Log) -> None:
        self.log = log
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        file = str(name.filename() if isinstance(name, apsw.URIFilename) else name)
        fresh = not Path(file).exists()
        opened = RecordingFile(self.log, name, flags)
        if fresh:
            self.log.made(Path(file).name)
            opened.folder_unsynced = True
        opened.number = self.log.number_of.setdefault(Path(file).name, 0)
        return opened

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.removed(Path(filename).name)
        if syncdir:
            self.log.events.append(("folder synced",))


class RecordingFile(apsw.VFSFile):
    """One open file of that disk."""

    def __init__(self, log: Log, name: Any, flags: list[int]) -> None:
        self.log = log
        self.number = 0
        self.folder_unsynced = False
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self.log.events.append(("written", self.number, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self.log.events.append(("cut off", self.number, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.log.events.append(("synced", self.number))
        if self.folder_unsynced:  # SQLite's own file system layer does so at the first sync
            self.folder_unsynced = False
            self.log.events.append(("folder synced",))


class Platter:
    """What is surely on the disk, and what may or may not be, after some events of the log."""

    def __init__(self, name: str, content: bytes, *, ordered: bool) -> None:
        self.ordered = ordered
        self.sure = {0: bytearray(content)}
        self.open: dict[int, list[Event]] = {0: []}
        self.entries = {name: 0}
        self.open_entries: list[Event] = []

    def apply(self, event: Event) -> None:
        match event:
            case ("made", _, number):
                self.sure[number], self.open[number] = bytearray(), []
                self.open_entries.append(event)
            case ("removed", _):
                self.open_entries.append(event)
            case ("written" | "cut off", number, *_):
                self.open[number].append(event)
            case ("synced", number):
                for waiting in self.open[number]:
                    keep(self.sure[number], waiting)
                self.open[number] = []
                if self.ordered:  # one journal of the file system: what came before is in it too
                    self._settle_entries()
            case ("folder synced",):
                self._settle_entries()

    def _settle_entries(self) -> None:
        for event in self.open_entries:
            enter(self.entries, event)
        self.open_entries = []

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that are there when the power comes back."""
        entries = dict(self.entries)
        count = chance.randint(0, len(self.open_entries))
        for place, event in enumerate(self.open_entries):
            if place < count if self.ordered else chance.random() < 0.5:
                enter(entries, event)
        return {name: self._content(number, chance) for name, number in entries.items()}

    def _content(self, number: int, chance: random.Random) -> bytes:
        content = bytearray(self.sure[number])
        likely = chance.choice([0.0, 0.1, 0.5, 0.9, 1.0])
        for event in self.open[number]:
            for piece in sectors(event):
                if chance.random() < likely:
                    keep(content, piece)
                elif piece[0] == "written" and chance.random() < 0.3:
                    lengthen(content, piece[2] + len(piece[3]), chance)
        return bytes(content)


def enter(entries: dict[str, int], event: Event) -> None:
    if event[0] == "made":
        entries[event[1]] = event[2]
    else:
        entries.pop(event[1], None)


def keep(content: bytearray, event: Event) -> None:
    if event[0] == "cut off":
        del content[event[2] :]
        return
    _, _, offset, data = event
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def lengthen(content: bytearray, size: int, chance: random.Random) -> None:
    """A file may have grown before the bytes arrived: what is there then is of no use."""
    missing = max(0, size - len(content))
    content.extend(chance.choice([bytes(missing), chance.randbytes(missing)]))


def sectors(event: Event) -> Iterator[Event]:
    if event[0] == "cut off":
        yield event
        return
    kind, number, offset, data = event
    at = 0
    while at < len(data):
        size = SECTOR - (offset + at) % SECTOR
        yield kind, number, offset + at, data[at : at + size]
        at += size


def replay(path: Path, pragmas: dict[str, Any], statements: list[str], log: Log) -> list[str]:
    """Run the statements; note each commit in the log, and return what the file then says."""
    disk = RecordingDisk(log)  # it is there for as long as it is referred to
    connection = apsw.Connection(str(path), vfs=disk.name)
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    assert connection.execute("PRAGMA synchronous").fetchall() == [(pragmas["synchronous"],)]
    states = [state_of(connection)]
    for statement in statements:
        connection.execute(statement).fetchall()
        if statement == "COMMIT":
            log.events.append(("confirmed",))
            states.append(state_of(connection))
    connection.close()
    return states


def state_of(connection: apsw.Connection) -> str:
    """Return a digest of every row of every table."""
    digest = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            digest.update(repr((table, row)).encode())
    return digest.hexdigest()


def verdict(folder: Path, name: str, states: list[str], confirmed: int) -> str:
    """Open an image as any program would, and say what became of it."""
    try:
        connection = apsw.Connection(str(folder / name))
        connection.execute("PRAGMA synchronous = OFF").fetchall()
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "corrupt"
        state = state_of(connection)
        connection.close()
    except apsw.Error:
        return "corrupt"
    if state in states[confirmed : confirmed + 2]:
        return "sound"
    return "lost" if state in states else "corrupt"


def write_image(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def main(order: str) -> None:
    """Cut as often as the order (JSON) says; print how the images fared, and keep some of them."""
    wanted = json.loads(order)
    base, folder = Path(wanted["workspace"]), Path(wanted["folder"])
    before = base.read_bytes()
    log = Log(number_of={base.name: 0})
    states = replay(base, wanted["pragmas"], wanted["statements"], log)
    chance = random.Random(wanted["seed"])
    cuts = sorted(chance.randint(1, len(log.events)) for _ in range(wanted["cuts"]))
    platter = Platter(base.name, before, ordered=wanted["ordered"])
    tally = {"sound": 0, "lost": 0, "corrupt": 0, "with a journal": 0}
    confirmed = done = 0
    for number, cut in enumerate(cuts):
        for event in log.events[done:cut]:
            platter.apply(event)
            confirmed += event[0] == "confirmed"
        done = cut
        files = platter.after_a_cut(chance)
        write_image(folder / "looked at", files)
        if number % wanted["keep every"] == 0:
            write_image(folder / str(number), files)
        tally["with a journal"] += len(files) > 1
        tally[verdict(folder / "looked at", base.name, states, confirmed)] += 1
    print(json.dumps({**tally, "commits": len(states) - 1, "events": len(log.events)}))


if __name__ == "__main__":
    main(sys.stdin.read())

"""This installation: where it keeps its own things, and what it remembers of each workspace."""

import getpass
import hashlib
import json
import os
import platform
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

HOME_VARIABLE = "CHANGEDESK_HOME"
REMEMBERED_BYTES = 1024


def home() -> Path:
    """Return the folder of this installation's own data (CHANGEDESK_HOME, or the user's)."""
    chosen = os.environ.get(HOME_VARIABLE)
    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir("ChangeDesk", False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def user_name() -> str:
    """Return the name that changes are signed with until the user gives another one."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "user"


def host_name() -> str:
    """Return the name of this machine."""
    return platform.node()


@dataclass(frozen=True)
class Acquaintance:
    """What this installation remembers of a workspace file.

    A file that was copied, or put back to an older state, is no longer the one remembered: then
    this installation becomes a new device in it, so that two copies never share a chain.
    """

    device: str
    place: str
    seq: int
    tip: str
    state: str


def file_at(address: str | Path) -> Path:
    """Return where a workspace file lies, told the same however it is named.

    One file under two names would be two workspaces to this installation, and what was done
    under the one could not be undone under the other. Windows takes `..` away as it is written,
    other systems follow links first.
    """
    if os.name == "nt":
        return Path(os.path.abspath(address))  # noqa: PTH100 - resolve() would rename drives
    return Path(os.path.realpath(address))


def acquaintance(address: str) -> Acquaintance | None:
    """Return what is remembered of the workspace at `address`, or None."""
    try:
        facts = json.loads(_file_for(address).read_text("utf-8"))
        bytes.fromhex(facts["device"])
        return Acquaintance(**facts)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(address: str, known: Acquaintance) -> None:
    """Remember a workspace; kept outside it, in the installation's own folder.

    Where that folder takes no file nothing is remembered: this installation is a new device next
    time, which costs nothing but a longer check and what could be undone. It happens with every
    change, so the file is written in place, in one call that a killed program does not tear.
    """
    data = json.dumps(asdict(known)).encode().ljust(REMEMBERED_BYTES)
    target = _file_for(address)
    try:
        try:
            _write_over(target, data)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_over(target, data)
    except OSError:
        return


def _write_over(target: Path, data: bytes) -> None:
    file = os.open(target, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(file, data)
    finally:
        os.close(file)


def stamp(address: str, path: Path, make: str) -> None:
    """Remember in which state a workspace file was left, if it still is where it was.

    `make` is that of the tables which this program knows (`Schema.make`).
    """
    known = acquaintance(address)
    if known is not None and path.exists() and known.place == place_of(path):
        remember(address, replace(known, state=state_of(path, make)))


def left_by_us(address: str, path: Path, make: str) -> bool:
    """Tell whether a workspace file is, to the byte as far as the system tells, as we left it."""
    known = acquaintance(address)
    return (
        known is not None and known.place == place_of(path) and known.state == state_of(path, make)
    )


def _file_for(address: str) -> Path:
    name = hashlib.sha256(address.encode()).hexdigest()[:24]
    return home() / "workspaces" / f"{name}.json"


def place_of(path: Path) -> str:
    """Return what tells this file from a copy of it: its volume and its number there."""
    facts = path.stat()
    return f"{facts.st_dev}:{facts.st_ino}"


def state_of(path: Path, make: str) -> str:
    """Return size and time of last change of a file, and the make of its tables."""
    facts = path.stat()
    return f"{facts.st_size}:{facts.st_mtime_ns}:{make}"

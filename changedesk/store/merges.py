"""What this installation remembers of merges, so that the last one can be taken back."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from changedesk.store.engine import Sql
from changedesk.store.installation import home

KEPT = 20


@dataclass(frozen=True)
class Merge:
    """A merge: with what, the backup from before it, and the fingerprint from after it."""

    source: str
    backup: str
    after: str
    at_ms: int


def last(address: str) -> Merge | None:
    """Return the last merge into the workspace at `address` that was not taken back."""
    found = _all(address)
    return found[-1] if found else None


def note(address: str, source: str, backup: Path, after: str, at_ms: int) -> None:
    """Remember a merge; the oldest ones are forgotten."""
    _write(address, [*_all(address), Merge(source, str(backup), after, at_ms)][-KEPT:])


def forget(address: str) -> None:
    """Forget the last merge, because it was taken back."""
    _write(address, _all(address)[:-1])


def state_of(sql: Sql) -> tuple[int, str]:
    """Return how many operations there are, and the hash of the newest."""
    rows = sql.rows("SELECT id, h FROM op ORDER BY id DESC LIMIT 1")
    return (int(rows[0][0]), bytes(rows[0][1]).hex()) if rows else (0, "")


def _all(address: str) -> list[Merge]:
    try:
        return [Merge(**facts) for facts in json.loads(_file(address).read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _write(address: str, merges: list[Merge]) -> None:
    file = _file(address)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps([asdict(one) for one in merges]), "utf-8")
    fresh.replace(file)


def _file(address: str) -> Path:
    name = hashlib.sha256(address.encode()).hexdigest()[:24]
    return home() / "merges" / f"{name}.json"

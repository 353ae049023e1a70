"""Which device this installation is in a workspace: two copies never share a chain."""

import os
from pathlib import Path

from changedesk.store import installation
from changedesk.store.engine import Sql
from changedesk.store.journal import DeviceRow, Tip, read_tip


def device_of(sql: Sql, address: str, path: Path | None) -> bytes:
    """Return the UUID of this installation in the workspace at `address`.

    It is a new one where the file is not the one that was remembered: a copy, or an older state
    that was put back.
    """
    known = installation.acquaintance(address)
    if known is not None and known.place == _place(path):
        uid = bytes.fromhex(known.device)
        if _holds(sql, uid, known):
            return uid
    return os.urandom(16)


def _holds(sql: Sql, uid: bytes, known: installation.Acquaintance) -> bool:
    if known.seq == 0:
        return True
    h = sql.value(
        "SELECT o.h FROM op o JOIN device d ON d.id = o.dev WHERE d.uid = ? AND o.seq = ?",
        (uid, known.seq),
    )
    return h is not None and bytes(h).hex() == known.tip


def tip_of(sql: Sql, uid: bytes) -> Tip | None:
    """Return where a device's chain ends, None for a device that has written nothing."""
    row = device_row(sql, uid)
    return read_tip(sql, row) if row is not None else None


def remember(address: str, path: Path | None, uid: bytes, tip: Tip | None) -> None:
    """Remember the workspace as it is now, in the installation's own folder."""
    seq, h = (tip.seq, tip.h.hex()) if tip is not None else (0, "")
    installation.remember(address, installation.Acquaintance(uid.hex(), _place(path), seq, h, ""))


def device_row(sql: Sql, uid: bytes) -> DeviceRow | None:
    """Return a device as the workspace knows it, if it does."""
    key = sql.value("SELECT id FROM device WHERE uid = ?", (uid,))
    return DeviceRow(int(key), uid) if key is not None else None


def introduce(sql: Sql, uid: bytes) -> DeviceRow:
    """Return a device's row, made if need be, within a write transaction."""
    known = device_row(sql, uid)
    if known is not None:
        return known
    key = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM device")) + 1
    sql.run("INSERT INTO device (id, uid) VALUES (?, ?)", (key, uid))
    return DeviceRow(key, uid)


def _place(path: Path | None) -> str:
    return installation.place_of(path) if path is not None else ""

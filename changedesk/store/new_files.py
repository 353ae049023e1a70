"""Whether a file can be made at a place, told before it is tried."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from changedesk.store.errors import UserError


def refuse_place(path: Path) -> None:
    """Raise UserError, saying which and what to do, when no file can be made at `path`.

    Writes a small file beside it and takes it away again: nothing else tells for sure.
    """
    folder = path.parent
    try:
        _refuse_folder(folder)
        taken = path.exists()
    except OSError as error:
        raise UserError(
            f"No file can have the name {path.name}: choose a shorter or plainer one."
        ) from error
    if taken:
        raise UserError(f"There is a file at {path} already: choose another name.")
    _try_to_write(folder)


def _refuse_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.exists():
        raise UserError(f"{folder} is a file, not a folder: choose a folder.")
    raise UserError(f"There is no folder {folder}: choose another one, or make it first.")


def _try_to_write(folder: Path) -> None:
    probe = folder / f".{os.urandom(8).hex()}.tmp"
    try:
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return  # told when the file itself is written
        raise UserError(
            f"Nothing can be written in the folder {folder}: choose another one, or ask whoever "
            "looks after it to let you write there."
        ) from error
    finally:
        with suppress(OSError):
            probe.unlink()

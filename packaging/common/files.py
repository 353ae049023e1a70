"""Trees of files that come out the same twice: their order, times, rights and digests."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from common.facts import epoch


def fresh(folder: Path) -> Path:
    """Return the folder, emptied or made."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def files_in(folder: Path) -> Iterator[Path]:
    """Yield all files and links below a folder, in an order that no file system decides."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    yield from sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def settle(folder: Path) -> None:
    """Give everything below the folder the moment of the build and plain rights."""
    moment = epoch()
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            runs = path.is_dir() or bool(path.stat().st_mode & 0o100)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def digest(path: Path) -> str:
    """Return the sha256 of a file as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file below a folder by its place in it."""
    return {
        path.relative_to(folder).as_posix(): (
            f"link to {path.readlink()}" if path.is_symlink() else digest(path)
        )
        for path in files_in(folder)
    }


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.lstat().st_size for path in files_in(folder))

"""A file is written whole or not at all, and a failure says what to do about it."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from changedesk.store.errors import EnvironmentProblem, UserError

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = {errno.EACCES, errno.EPERM}
_OPEN_ELSEWHERE = {errno.EBUSY, getattr(errno, "ETXTBSY", errno.EBUSY)}
_WINDOWS_SHARING = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_CHUNK = 1 << 18
_COMPRESSION = 3  # a third of the time of 6 for a twentieth more bytes


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a private temporary name beside `path`; put it in place when the block ends well.

    Synced before it is renamed, removed when anything goes wrong (also a cancel). Raises
    EnvironmentProblem (open elsewhere, no permission, disk full) or UserError (no such folder).
    """
    _refuse_if_unusable(path)
    try:
        handle, name = tempfile.mkstemp(prefix=".~", suffix=".part", dir=path.parent)
    except OSError as error:
        raise problem(error, path) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _sync(temporary)
        temporary.replace(path)
        _sync_folder(path.parent)
    except Exception as error:
        told = problem(error, path)
        if told is error:
            raise
        raise told from error
    finally:
        temporary.unlink(missing_ok=True)


def problem(error: BaseException, path: Path) -> BaseException:
    """Return the plain-sentence error for the first OS error in `error`'s chain, else `error`.

    The chain is walked because zipfile and lxml raise their own errors on top of a full disk.
    """
    for link in _chain(error):
        if isinstance(link, OSError) and link.errno is not None:
            return _worded(link, path)
    return error


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _worded(error: OSError, path: Path) -> EnvironmentProblem | UserError:
    code = error.errno
    if code in _FULL:
        return EnvironmentProblem(
            f"There is no room left on the disk to write {path.name} into {path.parent}: free some "
            "space or choose another folder. An older file of that name is unchanged."
        )
    if getattr(error, "winerror", None) in _WINDOWS_SHARING or code in _OPEN_ELSEWHERE:
        return _open_elsewhere(path)
    if code in _REFUSED:
        if path.exists() and os.access(path.parent, os.W_OK):
            return _open_elsewhere(path)
        return EnvironmentProblem(
            f"You may not write into {path.parent}: choose another folder for {path.name}."
        )
    if code == errno.EROFS:
        return EnvironmentProblem(
            f"{path.parent} is read-only: choose another folder for {path.name}."
        )
    if code == errno.ENAMETOOLONG:
        return UserError(f"The file name {path.name[:40]}… is too long: choose a shorter one.")
    return EnvironmentProblem(
        f"{path.name} could not be written into {path.parent} ({os.strerror(code or 0)}): "
        "choose another folder or try again."
    )


def _open_elsewhere(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"{path.name} is open in another program, probably Excel, Word or LibreOffice: "
        "close it there and try again, or choose another name."
    )


def _refuse_if_unusable(path: Path) -> None:
    """Refuse a missing folder, a folder's name, and a file that an office program holds open."""
    if not path.parent.is_dir():
        raise UserError(f"The folder {path.parent} does not exist: make it or choose another one.")
    if path.is_dir():
        raise UserError(f"{path} is a folder: give the name of a file in it.")
    # Where the system lets us replace a file that is open, saving there would undo our export.
    owners = (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}"))
    if path.exists() and any(owner.exists() for owner in owners):
        raise _open_elsewhere(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system lets a folder be synced."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def repack(package: IO[bytes], target: Path, swapped: Mapping[str, Iterable[bytes]]) -> None:
    """Write the zip `package` to `target` in the same order, without a trace of the day's clock.

    A part named in `swapped` is taken from there, piece by piece: so the same content gives the
    same bytes, and a long sheet never stands in memory.
    """
    with (
        ZipFile(package) as source,
        ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as out,
    ):
        for name in source.namelist():
            pieces = swapped.get(name)
            # Opened by its name, a part is dated 1980-01-01, as in the files of Excel itself.
            with out.open(name, "w") as part:
                for piece in (source.read(name),) if pieces is None else pieces:
                    part.write(piece)


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rest of `file` in pieces."""
    while piece := file.read(_CHUNK):
        yield piece

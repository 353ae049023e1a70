"""SHA256SUMS over everything that is handed out, and its signature."""

from collections.abc import Iterable
from pathlib import Path

from common.files import digest
from common.running import Failed

FILE_NAME = "SHA256SUMS"


def write(folder: Path, paths: Iterable[Path]) -> Path:
    """Write SHA256SUMS into the folder, one line a file, named from that folder."""
    lines = sorted(f"{digest(path)}  {path.relative_to(folder).as_posix()}" for path in paths)
    target = folder / FILE_NAME
    target.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return target


def check(folder: Path) -> int:
    """Compare every file with SHA256SUMS; return how many, raise `Failed` naming the others."""
    if not (folder / FILE_NAME).is_file():
        raise Failed(f"There is no {FILE_NAME} in {folder}: build first.")
    wrong, count = [], 0
    for line in (folder / FILE_NAME).read_text("utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        count += 1
        if not (folder / name).is_file() or digest(folder / name) != wanted:
            wrong.append(name)
    if wrong or not count:
        raise Failed(f"SHA256SUMS does not fit: {', '.join(wrong) or 'it is empty'}")
    return count

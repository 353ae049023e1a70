"""The portable copy: a folder that needs no installation and keeps its settings beside it."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from common.facts import NAME, PROGRAM, epoch, version
from common.files import files_in

from windows import start
from windows.tree import FIRST_MOMENT

NOTE = (
    "This file makes ChangeDesk portable: it keeps its settings in the folder “settings” beside\r\n"
    "this file. Where it may not write here, and without this file, they lie in your profile.\r\n"
)


def build(stage: Path, out: Path) -> list[Path]:
    """Make the zip file from the program tree."""
    target = out / f"{PROGRAM}-{version()}-windows-portable.zip"
    moment = max(datetime.fromtimestamp(epoch(), UTC).timetuple()[:6], FIRST_MOMENT)
    with zipfile.ZipFile(target, "w") as box:
        _add(box, start.MARKER, NOTE.encode("utf-8-sig"), moment)
        for path in files_in(stage):
            _add(box, path.relative_to(stage).as_posix(), path.read_bytes(), moment)
    return [target]


def _add(box: zipfile.ZipFile, name: str, data: bytes, moment: tuple[int, ...]) -> None:
    year, month, day, hour, minute, second = moment
    entry = zipfile.ZipInfo(f"{NAME}/{name}", (year, month, day, hour, minute, second))
    entry.external_attr = 0o644 << 16
    box.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)

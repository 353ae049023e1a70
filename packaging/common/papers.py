"""What lies in every box beside the program: licences, notices, guides, and what is inside."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from common.facts import NAME, PACKAGING, ROOT, epoch, version


def put_papers(folder: Path, system: str) -> None:
    """Put the papers into a folder of the box; `system` is linux, windows, macos or wheelhouse."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copytree(PACKAGING / "licences", folder / "licences", dirs_exist_ok=True)
    day = datetime.fromtimestamp(epoch(), UTC).date()
    (folder / "VERSION.txt").write_text(f"{NAME} {version()} for {system}, {day}\n", "utf-8")

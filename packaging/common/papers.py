"""What lies in every box beside the program: licences, notices, guides, and what is inside."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from common.components import LICENCES, bill_of_materials, notice
from common.facts import NAME, PACKAGING, ROOT, epoch, version

GUIDES = PACKAGING / "guide"


def put_papers(folder: Path, system: str) -> None:
    """Put the papers into a folder of the box; `system` is linux, windows, macos or wheelhouse."""
    texts = folder / "licences"
    texts.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    for path in sorted(LICENCES.glob("*.txt")):
        shutil.copy(path, texts / path.name)
    _write(folder / "NOTICE.txt", notice(system))
    _write(folder / "sbom.cdx.json", bill_of_materials(system))
    day = datetime.fromtimestamp(epoch(), UTC).date()
    _write(folder / "VERSION.txt", f"{NAME} {version()} for {system}, {day}\n")
    for path in sorted(GUIDES.glob("*.html")):
        shutil.copy(path, folder / path.name)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")

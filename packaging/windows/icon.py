"""The icon for Windows: one file with the drawing in every size that Explorer shows."""

import struct
import tempfile
from pathlib import Path

from common.facts import PACKAGING
from common.running import run, tool

DRAWING = PACKAGING / "icons" / "changedesk.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def icon_of(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico that holds PNG pictures, by their width in pixels (at most 256)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in sorted(pictures.items()):
        edge = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
        data += picture
    return head + entries + data


def make(target: Path, drawing: Path = DRAWING) -> Path:
    """Draw the icon in all sizes into the file `target`."""
    program = tool("rsvg-convert", "librsvg2-bin")
    pictures = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            picture = Path(folder) / f"{size}.png"
            run(program, "-w", str(size), "-h", str(size), "-o", picture, drawing)
            pictures[size] = picture.read_bytes()
    target.write_bytes(icon_of(pictures))
    return target

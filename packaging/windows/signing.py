"""The place for a code-signing certificate: none is in the project, so a build is unsigned."""

import os
from pathlib import Path

from common.running import run

VARIABLE = "CHANGEDESK_SIGN"


def command() -> str:
    """Return the program that signs the file named to it, in its place; empty for none."""
    return os.environ.get(VARIABLE, "")


def sign(path: Path) -> None:
    """Sign a program or a box, if CHANGEDESK_SIGN names a program that does it."""
    if command():
        run(command(), path)

"""What every box is told: names, the one version, the one moment, and the folders of a build."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"
LOCKS = PACKAGING / "locks"
BUILD = ROOT / "build" / "packaging"
DIST = ROOT / "dist"

NAME = "ChangeDesk"
PROGRAM = "changedesk"
PUBLISHER = "ChangeDesk"
APP_ID = "org.changedesk.ChangeDesk"  # Linux, macOS and the taskbar of Windows know it by this
SUMMARY = "The desk of a project manager who changes how a customer-service operation works"
SUFFIX = ".changedesk"
MIME_TYPE = "application/x-changedesk"
LANGUAGES = ("en", "de")  # whose texts of Qt's own dialogs are kept

_NO_HISTORY = 1_767_225_600  # 2026-01-01, for a source archive without its history


def version() -> str:
    """Return the version; changedesk/__init__.py is the one place where it stands."""
    text = (ROOT / "changedesk" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, flags=re.MULTILINE)
    if found is None:
        raise SystemExit("changedesk/__init__.py names no version.")
    return found[1]


def version_quad() -> tuple[int, int, int, int]:
    """Return the version as the four numbers that Windows wants."""
    numbers = [int(part) for part in re.findall(r"\d+", version())[:4]]
    padded = [*numbers, 0, 0, 0, 0]
    return padded[0], padded[1], padded[2], padded[3]


@cache
def epoch() -> int:
    """Return the moment, in seconds, that all files of a build carry: that of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return _NO_HISTORY
    return int(told or _NO_HISTORY)

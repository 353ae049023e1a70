"""The frozen program for Linux: a folder that brings its own Python and Qt."""

import re
from pathlib import Path

from common.components import refuse_unlicensed
from common.environments import environment
from common.facts import BUILD, PACKAGING, PROGRAM
from common.files import fresh, settle
from common.running import Failed, run, say

from linux import audit_elf

LOG = BUILD / "linux" / "pyinstaller.log"

# Only these may be missing: they belong to what is left out anyway, or to Windows.
_MAY_BE_MISSING = re.compile(
    r"lib(gtk-3|gdk-3|pango|cairo|atk|gdk_pixbuf|cups)[\w.-]*\.so"
    r"|(shell32|ole32) required via ctypes"
)


def build(stage: Path, _out: Path) -> list[Path]:
    """Freeze the program into `stage`; raises `Failed` when a library was not found."""
    python = environment("linux", "runtime-linux", "build")
    work = fresh(BUILD / "linux" / "work")
    say("freezing")
    options = ("--noconfirm", "--clean", "--distpath", work / "dist", "--workpath", work / "tmp")
    run(
        *(python, "-m", "PyInstaller", "--log-level", "INFO", *options),
        PACKAGING / "changedesk.spec",
        env={
            "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
            # Every box is compressed as a whole: what is packed already would only be larger.
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        },
        log=LOG,
    )
    refuse_missing_libraries(LOG.read_text("utf-8"))
    for path in (work / "dist" / PROGRAM).iterdir():
        path.rename(stage / path.name)
    settle(stage)
    found = audit_elf.audit(stage)
    newest = ", ".join(f"{kind} {'.'.join(map(str, at))}" for kind, at in found.newest.items())
    say(f"{found.binaries} binaries, newest of what they want: {newest}")
    audit_elf.refuse_problems(found)
    refuse_unlicensed(stage)
    return []


def refuse_missing_libraries(log: str) -> None:
    """Raise `Failed` when the log names a library that this machine lacks and the bundle needs."""
    lines = [line for line in log.splitlines() if "not found" in line and "ibrary" in line]
    missing = [line for line in lines if not _MAY_BE_MISSING.search(line)]
    if missing:
        raise Failed("PyInstaller did not find a library:\n" + "\n".join(missing))

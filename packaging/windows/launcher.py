"""The two small programs that start ChangeDesk: ChangeDesk.exe and changedesk.com."""

import os
import shutil
from pathlib import Path

from common.facts import BUILD, NAME, PACKAGING, PROGRAM, PUBLISHER, version, version_quad
from common.files import fresh
from common.running import run, tool

from windows import icon

SOURCES = PACKAGING / "windows"
WINDOW, COMMAND = f"{NAME}.exe", f"{PROGRAM}.com"
PYTHON_LIBRARY = "python311.dll"
COMPILER_PACKAGE = "gcc-mingw-w64-x86-64"
PREFIX = "" if os.name == "nt" else "x86_64-w64-mingw32-"

# The protections that Windows offers, no time stamp, and nothing that a bare Windows lacks.
_OPTIONS = (
    *("-std=c11", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static"),
    *("-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va", "-Wl,--no-insert-timestamp"),
)


def resource_script(file: str) -> str:
    """Return the resource script of the program of that name: icon, manifest, version."""
    text = (SOURCES / "launcher.rc.in").read_text("utf-8")
    values = {
        "quad": ",".join(str(number) for number in version_quad()),
        "version": version(),
        "name": NAME,
        "publisher": PUBLISHER,
        "file": file,
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def make(folder: Path) -> None:
    """Put both programs into a folder."""
    compiler = tool(f"{PREFIX}gcc", COMPILER_PACKAGE)
    work = fresh(BUILD / "windows" / "launcher")
    icon.make(work / "changedesk.ico")
    for name in ("launcher.c", "launcher.manifest"):
        shutil.copy(SOURCES / name, work)
    for file, subsystem in ((WINDOW, ("-mwindows",)), (COMMAND, ("-mconsole", "-DCONSOLE"))):
        (work / "launcher.rc").write_text(resource_script(file), "utf-8")
        run(tool(f"{PREFIX}windres", COMPILER_PACKAGE), "launcher.rc", "launcher.o", cwd=work)
        library = f'-DPYTHON_LIBRARY=L"{PYTHON_LIBRARY}"'
        words = (*_OPTIONS, *subsystem, library, "launcher.c", "launcher.o", "-o", folder / file)
        run(compiler, *words, cwd=work)

"""The setup for Windows, compiled by NSIS: see changedesk.nsi for what it does."""

from pathlib import Path

from common.facts import (
    BUILD,
    MIME_TYPE,
    NAME,
    PACKAGING,
    PROGRAM,
    PUBLISHER,
    SUFFIX,
    version,
    version_quad,
)
from common.files import fresh, size_of
from common.running import run, tool

from windows import audit_pe, icon, launcher, signing


def build(stage: Path, out: Path) -> list[Path]:
    """Make the setup from the program tree."""
    target = compile_setup(stage, out / f"{PROGRAM}-{version()}-windows-setup.exe", version())
    audit_pe.refuse_large_setup(target)
    return [target]


def compile_setup(stage: Path, target: Path, of_version: str) -> Path:
    """Make a setup of that version from the tree `stage`; its time is that of the tree's files."""
    program = tool("makensis", "nsis")
    work = fresh(BUILD / "windows" / "nsis")
    names = {
        "NAME": NAME,
        "PROGRAM": PROGRAM,
        "PUBLISHER": PUBLISHER,
        "VERSION": of_version,
        "QUAD": ".".join(str(number) for number in version_quad()),
        "SUFFIX": SUFFIX,
        "MIME_TYPE": MIME_TYPE,
        "PYTHON_LIBRARY": launcher.PYTHON_LIBRARY,
        "SIZE_KB": str(size_of(stage) // 1024),
        "STAGE": str(stage),
        "ICON": str(icon.make(work / "changedesk.ico")),
        "OUTPUT": str(target),
    }
    if signing.command():
        names["SIGN"] = signing.command()
    defined = [f"-D{name}={value}" for name, value in names.items()]
    script = PACKAGING / "windows" / "changedesk.nsi"
    run(program, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, script, cwd=work)
    return target

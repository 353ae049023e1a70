r"""The program tree for Windows, put together on any system: nothing of it has to run here.

    ChangeDesk.exe changedesk.com     start the program (launcher.c)
    program\                          Python as python.org signed it
    program\lib\                      ChangeDesk and the libraries that it uses
    papers\                           licences, notices, guides

All that a box replaces or removes lies in these places; what else a folder holds is the user's.
"""

import re
import shutil
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from common import drop, papers
from common.environments import wheels
from common.facts import ROOT
from common.files import files_in, settle, size_of
from common.running import Lacking, run, say

from windows import audit_pe, fetch_python, launcher

PROGRAM_FOLDER, LIBRARIES, PAPERS = "program", "lib", "papers"
OURS = ("changedesk", "ui", "resources")
OWN_ENDINGS = (".csv", ".json", ".otf", ".png", ".py", ".qm", ".svg", ".toml", ".ttf", ".txt")
PYTHON_VERSION, _COMPILER = (3, 11), "python3.11"
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # a zip knows none before

# Of Python: a second SQLite library, the making of installers, sounds, and a list of digests.
NOT_OF_PYTHON = (
    "_msi.pyd",
    "_sqlite3.pyd",
    "python.cat",
    "python311._pth",
    "sqlite3.dll",
    "winsound.pyd",
)
SEARCH_PATH = "python311.zip\n.\nlib\n"

NOT_OF_STANDARD_LIBRARY = """
    _pydecimal _pyio aifc antigravity asynchat asyncore bdb cProfile cgi cgitb chunk crypt curses
    dbm distutils ensurepip ftplib idlelib imaplib imghdr lib2to3 mailbox msilib netrc nntplib
    pickletools pipes poplib profile pstats pty pyclbr pydoc_data sched smtpd smtplib sndhdr
    sunau tabnanny telnetlib this trace tty turtle turtledemo uu venv wave wsgiref xdrlib xmlrpc
    zipapp
""".split()  # noqa: SIM905 -- a list of names reads better without marks

# Of the wheels: tools of Qt's developers, what only a compiler reads, what is never imported.
_NOT_OF_WHEELS = re.compile(
    r"\.data/|\.(exe|lib|prl|pxd|pxi|pyx|h|hpp|qmltypes)$|^qtpy/|^pwiz\.py|^pycparser/|^cffi/"
    r"|/tests?/|/qmodernwindowsstyle\.dll$|PIL/_imaging(cms|math|morph)\."
)
_STEP = re.compile(r"/migrations/[0-9]\w*\.py$")
_BINDING = re.compile(r"PySide6/(Qt\w+)\.(pyd|pyi)")
_QT_LIBRARY = re.compile(r"(PySide6|shiboken6)/[^/]+\.dll")
_IMPORTED_BINDING = re.compile(r"\bPySide6\.(Qt\w+)|\bfrom PySide6 import ([\w, ]+)")


def build(stage: Path, _out: Path) -> list[Path]:
    """Put the tree into `stage`."""
    program = stage / PROGRAM_FOLDER
    lib = program / LIBRARIES
    shutil.copytree(
        fetch_python.embeddable(), program, ignore=shutil.ignore_patterns(*NOT_OF_PYTHON)
    )
    (program / "python311._pth").write_text(SEARCH_PATH, "ascii", newline="\r\n")
    repack(program / "python311.zip")
    lib.mkdir()
    wheelhouse = wheels("runtime-windows", ("win_amd64",), "3.11")
    unpack(sorted(wheelhouse.glob("*.whl")), lib, bindings_used(own_files(ROOT)))
    remove_unreachable(lib)
    for path in own_files(ROOT):
        target = lib / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copyfile(Path(__file__).with_name("start.py"), lib / "changedesk_start.py")
    compile_all(lib)
    launcher.make(stage)
    papers.put_papers(stage / PAPERS, "windows")
    settle(stage)
    say(f"the tree has {len(list(files_in(stage)))} files, {size_of(stage) / 1e6:.1f} MB")
    audit_pe.audit(stage)
    return []


def own_files(root: Path) -> list[Path]:
    """Return the files of ChangeDesk itself that are handed out."""
    return [
        path
        for package in OURS
        for path in files_in(root / package)
        if path.suffix in OWN_ENDINGS and "__pycache__" not in path.parts
    ]


def bindings_used(sources: Iterable[Path]) -> set[str]:
    """Return the modules of Qt that our sources name, such as QtCore."""
    used: set[str] = set()
    for path in sources:
        if path.suffix == ".py":
            for one, several in _IMPORTED_BINDING.findall(path.read_text("utf-8")):
                used.update(name.strip() for name in (one or several).split(","))
    # The icons are drawn by the plugin for SVG; its library comes with it, a binding may not.
    return {name for name in used if name.startswith("Qt")}


def wanted(name: str, bindings: set[str]) -> bool:
    """Tell whether a file of a wheel, named by its place in it, goes into the tree."""
    if drop.is_dropped(name) or _NOT_OF_WHEELS.search(name) or _of_excluded_module(name):
        return False
    binding = _BINDING.fullmatch(name)
    return binding is None or binding[1] in bindings


def _of_excluded_module(name: str) -> bool:
    parts = PurePosixPath(name).parts
    modules = {
        ".".join((*parts[:depth], parts[depth].partition(".")[0])) for depth in range(len(parts))
    }
    return not modules.isdisjoint(drop.EXCLUDED_MODULES)


def unpack(wheel_files: Iterable[Path], lib: Path, bindings: set[str]) -> None:
    """Unpack what is wanted of the wheels into one folder."""
    for wheel in wheel_files:
        with zipfile.ZipFile(wheel) as opened:
            for name in opened.namelist():
                if not name.endswith("/") and wanted(name, bindings):
                    opened.extract(name, lib)


def remove_unreachable(lib: Path) -> None:
    """Remove the libraries of Qt that no binding, plugin or other library kept here asks for."""
    for name in unreachable(audit_pe.imports_in(lib)):
        (lib / name).unlink()


def unreachable(imports: Mapping[str, Mapping[str, list[str]]]) -> list[str]:
    """Return the libraries of Qt that nothing reaches but libraries that nothing reaches."""
    libraries = {name for name in imports if _QT_LIBRARY.fullmatch(name)}
    ahead = [name for name in imports if name not in libraries]
    reached: set[str] = set()
    while ahead:
        wanted_names = imports[ahead.pop()].keys()
        found = {name for name in libraries if PurePosixPath(name).name.lower() in wanted_names}
        ahead += found - reached
        reached |= found
    return sorted(libraries - reached)


def compile_all(lib: Path) -> None:
    """Put compiled modules in the place of all sources, so that nothing is compared or written.

    The numbered steps of a migration are read as files and stay as they are.
    """
    python = sys.executable if sys.version_info[:2] == PYTHON_VERSION else shutil.which(_COMPILER)
    if python is None:
        raise Lacking(f"{_COMPILER} is not installed: it compiles the modules for that of the box")
    how = ("-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", lib, "-x", _STEP.pattern)
    run(python, "-I", "-m", "compileall", *how, lib)
    for source in lib.rglob("*.py"):
        if not _STEP.search(source.as_posix()):
            source.unlink()


def repack(archive: Path) -> None:
    """Write the standard library anew: without what is never imported, and not compressed.

    It is read faster, and the boxes compress it better.
    """
    excluded = {*drop.EXCLUDED_MODULES, *NOT_OF_STANDARD_LIBRARY}
    with zipfile.ZipFile(archive) as opened:
        kept = {
            entry.filename: opened.read(entry)
            for entry in opened.infolist()
            if re.split(r"[/.]", entry.filename)[0] not in excluded and not entry.is_dir()
        }
    with zipfile.ZipFile(archive, "w") as box:
        for name, data in kept.items():
            box.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), data)

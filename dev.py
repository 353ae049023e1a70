"""One tool for everybody who works on ChangeDesk: `python3 dev.py run`, `python3 dev.py test`.

It needs nothing but Python: it makes the virtual environment `.venv`, installs the locked
dependencies, and on Debian or Ubuntu also the system libraries that Qt needs (as root it
installs them, otherwise it names the command).
"""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "changedesk-stamp"
LOCK = ROOT / "requirements.lock"
OUT = ROOT / "out"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

OLDEST, NEWEST = (3, 11), (3, 13)
RANDOM_SEED = "20250901"  # the order of the tests in the ci profile

# What Qt's wheels expect of a Debian or Ubuntu system: drawing, then windows on X11, then a font.
QT_PACKAGES = """
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1
    libxcb-xfixes0 libxcb-xkb1 libx11-xcb1 fonts-dejavu-core
""".split()  # noqa: SIM905 -- it reads like the command that it becomes

# Runs inside the virtual environment; every line that it prints is something that Qt lacks.
QT_PROBE = """
import ctypes, os, pathlib, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
try:
    from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets
except ImportError as error:
    sys.exit(str(error))
app = QtWidgets.QApplication([])
if not QtGui.QFontDatabase.families():
    print("a font")
if sys.platform == "linux":
    plugins = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(str(pathlib.Path(plugins) / "platforms" / "libqxcb.so"))
    except OSError as error:
        print(error)
"""


class Stop(Exception):
    """There is no way on: the text says what is missing and which command helps."""


def say(text: str) -> None:
    """Print a line of this tool, in order with the output of the programs that it starts."""
    print(f"dev: {text}", flush=True)


def call(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a program in the project folder and return its exit code; errors are always shown."""
    full = {**os.environ, **(env or {})}
    output = subprocess.DEVNULL if quiet else None
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=ROOT, env=full, stdout=output, check=False).returncode


def must(what: str, *command: str | Path) -> None:
    """Run a program that has to succeed; `what` names the step in the refusal."""
    if call(*command):
        raise Stop(f"{what} failed; the lines above say why.")


# ------------------------------------------------------------------ the system


def is_root() -> bool:
    """Whether this may install system packages; Windows has no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their children."""
    return platform.system() == "Linux" and shutil.which("apt-get") is not None


def install_system_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages as root; for everybody else name the one command that does."""
    if not (has_apt() and is_root()):
        command = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
        hint = (
            f"Run: sudo apt-get update && sudo {command}"
            if has_apt()
            else "Install it with your system's package manager."
        )
        raise Stop(f"{why}. {hint}")
    say(f"{why}; installing {' '.join(packages)}")
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3")
    silent = {"DEBIAN_FRONTEND": "noninteractive"}
    if call(*apt, "update", env=silent, quiet=True):
        raise Stop("apt-get update failed; the lines above say why.")
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    if call(*install, env=silent, quiet=True):
        raise Stop("apt-get install failed; the lines above say why.")


def probe_qt() -> tuple[bool, list[str]]:
    """Load Qt as the program will; say whether it draws at all, and what it lacks."""
    done = subprocess.run(
        [str(PYTHON), "-c", QT_PROBE], capture_output=True, text=True, check=False, cwd=ROOT
    )
    lacking = done.stdout.splitlines()
    if done.returncode:
        lacking += done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
    return done.returncode == 0, lacking


def prepare_qt() -> bool:
    """Make sure that Qt loads; return whether it also lacks nothing for a window."""
    drawing, lacking = probe_qt()
    if not lacking:
        return True
    why = f"Qt lacks something on this system ({'; '.join(lacking)})"
    try:
        install_system_packages(QT_PACKAGES, why)
    except Stop as stop:
        if not drawing:
            raise
        say(f"{stop} Going on without: tests and documents work, a window may not.")
        return False
    drawing, lacking = probe_qt()
    if lacking:
        raise Stop(f"Qt still lacks something after the installation: {'; '.join(lacking)}")
    return True


# ------------------------------------------------------------------ the environment


def fingerprint() -> str:
    """Tell one state of the environment from another: interpreter, place, lock and project."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def check_python() -> None:
    """Refuse an interpreter for which the dependencies have no packages."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        raise Stop(
            f"ChangeDesk needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]} and this is {found}. Start "
            f"it with one of those, for example: python3.{NEWEST[1]} dev.py"
        )


def make_venv() -> None:
    """Make `.venv` afresh; Debian keeps what this needs in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        install_system_packages([package], "This Python cannot make virtual environments")
    say("making the virtual environment .venv")
    must("Making the virtual environment", sys.executable, "-m", "venv", "--clear", VENV)


def prepare() -> None:
    """Bring `.venv` to the locked state; returns at once when it already is."""
    check_python()
    wanted = fingerprint()
    known = STAMP.read_text("ascii").split() if STAMP.exists() else []
    if known == [wanted, "complete"]:
        return
    if not known or not PYTHON.exists():
        make_venv()
    if wanted not in known:
        say("installing the locked dependencies (the first time takes a minute or two)")
        pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-qq")
        must("Installing the dependencies", *pip, "--require-hashes", "-r", LOCK)
        must("Installing ChangeDesk", *pip, "--no-deps", "--no-build-isolation", "-e", ROOT)
        STAMP.write_text(f"{wanted} installed", "ascii")
    if prepare_qt():
        STAMP.write_text(f"{wanted} complete", "ascii")


# ------------------------------------------------------------------ commands


def has_display() -> bool:
    """Whether a window can be opened."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(_options: argparse.Namespace, _rest: list[str]) -> int:
    """Build the sample workspace and its sign-off documents, then open the window."""
    prepare()
    OUT.mkdir(exist_ok=True)
    workspace = OUT / "sample.changedesk"
    if not workspace.exists():
        say("building the sample workspace")
        must("Building the sample workspace", PYTHON, "-m", "ui", "sample", workspace)
    for document, ending in (("uat-workbook", ".xlsx"), ("uat-signoff", ".docx")):
        target = OUT / f"{document}{ending}"
        must(
            f"Making {target.name}", PYTHON, "-m", "ui", "export", workspace, document, "-o", target
        )
    say(f"the sample workspace, its workbook and its certificate are in {OUT}")
    if not has_display():
        say(
            "there is no display here, so the window stays closed and this ends with the documents."
        )
        return 0
    say("opening the window")
    return call(PYTHON, "-m", "ui", workspace)


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """Run every check and test; with arguments for pytest, only the tests that they name."""
    prepare()
    steps: list[tuple[str, Callable[[], tuple[int, str]]]] = []
    if not rest:
        ruff = (PYTHON, "-m", "ruff")
        steps = [
            ("ruff check", lambda: (call(*ruff, "check", "."), "")),
            ("ruff format", lambda: (call(*ruff, "format", "--check", "."), "")),
            ("mypy", lambda: (call(PYTHON, "-m", "mypy"), "")),
            ("import-linter", lambda: (call(BIN / "lint-imports"), "")),
        ]
    for name, arguments in pytest_runs(options.long, rest).items():
        steps.append((name, partial(run_pytest, options.long, arguments)))
    lines, failed = [], False
    for name, step in steps:
        say(f"--- {name}")
        begun = time.monotonic()
        code, figures = step()
        verdict = "failed" if code else "ok"
        failed = failed or bool(code)
        took = time.monotonic() - begun
        lines.append(f"{name:14} {verdict:7} {took:6.1f} s  {figures}".rstrip())
    say("--- summary")
    for line in lines:
        say(line)
    return int(failed)


def pytest_runs(long: bool, rest: list[str]) -> dict[str, list[str]]:
    """Return the arguments of each run of pytest: as they are given, or for all tests.

    The core is measured by coverage; it would slow the tests of the window by half. The lines
    not reached are told by `coverage report` afterwards: here they would bury what failed.
    """
    if rest:
        return {"pytest": rest}
    fixed = [] if long else [f"--randomly-seed={RANDOM_SEED}"]
    return {
        "pytest core": ["-n", "2", "--ignore=tests/ui", "--cov", "--cov-report=", *fixed],
        "pytest window": ["-n", "2", "tests/ui", *fixed],
    }


def run_pytest(long: bool, arguments: list[str]) -> tuple[int, str]:
    """Run pytest, with PostgreSQL where there is one; return its code and its figures in words."""
    profile = "long" if long else "ci"
    if platform.system() == "Linux" and shutil.which("strace") is None:
        say("no strace found (Debian: strace): what watches for network calls is skipped")
    if long:  # one test may take its time
        arguments = [*arguments, "--timeout=7200", "-o", "faulthandler_timeout=7200"]
    with tempfile.TemporaryDirectory(prefix="changedesk-") as folder, postgresql() as url:
        report = Path(folder, "report.xml")
        env = {"CHANGEDESK_TEST_PROFILE": profile, "CHANGEDESK_TEST_POSTGRESQL": url}
        code = call(PYTHON, "-m", "pytest", f"--junitxml={report}", *arguments, env=env)
        engine = "with PostgreSQL" if url else "WITHOUT PostgreSQL"
        return code, f"profile {profile}, {engine}: {figures_of(report)}"


def figures_of(report: Path) -> str:
    """Say in words what pytest's report counts."""
    if not report.exists():
        return "no report"
    suite = ElementTree.parse(report).getroot().find("testsuite")  # noqa: S314 -- our own file
    assert suite is not None
    counts = {key: int(suite.get(key, "0")) for key in ("tests", "failures", "errors", "skipped")}
    passed = counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"]
    bad = [
        f"\n    failed: {case.get('classname')}.{case.get('name')}"
        for case in suite.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    ]
    failed = counts["failures"] + counts["errors"]
    return f"{passed} passed, {failed} failed, {counts['skipped']} skipped{''.join(bad)}"


def shots(_options: argparse.Namespace, rest: list[str]) -> int:
    """Render every page and dialog to pictures."""
    prepare()
    return call(PYTHON, "tests/picture_book.py", *(rest or [str(OUT / "shots")]))


def bench(_options: argparse.Namespace, rest: list[str]) -> int:
    """Measure, and print the figures beside their goals."""
    prepare()
    return call(PYTHON, "tests/bench", *rest)


def lock(_options: argparse.Namespace, rest: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml, for all platforms; `--upgrade` renews."""
    prepare()
    with tempfile.TemporaryDirectory(prefix="changedesk-") as folder:
        pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-qq")
        must("Installing uv", *pip, "--target", folder, "uv")
        return call(
            *(Path(folder, "bin", "uv"), "pip", "compile", "--quiet", "--universal"),
            *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
            *("--python-version", f"{OLDEST[0]}.{OLDEST[1]}", "--no-config"),
            *("--custom-compile-command", "python3 dev.py lock"),
            *("--extra", "postgresql", "--extra", "dev"),
            *("--output-file", LOCK.name, "pyproject.toml", *rest),
        )


def setup(_options: argparse.Namespace, _rest: list[str]) -> int:
    """Make the environment ready and do nothing else."""
    prepare()
    say("ready")
    return 0


# ------------------------------------------------------------------ PostgreSQL


def find_postgresql() -> Path | None:
    """Return the folder of the newest PostgreSQL server's programs, if there is one."""
    for pattern in ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin"):
        folders = [path for path in Path("/").glob(pattern) if (path / "initdb").exists()]
        if folders:
            return max(folders, key=lambda path: int("".join(filter(str.isdigit, str(path))) or 0))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """Keep a throw-away PostgreSQL server while the block runs; gives its URL, or nothing."""
    programs = find_postgresql()
    if programs is None:
        say("no PostgreSQL server found (Debian: postgresql): its tests are skipped, the rest runs")
        yield ""
        return
    # The server refuses to run as root; Debian's package brings a user for it.
    owner = "postgres" if is_root() else None
    with tempfile.TemporaryDirectory(prefix="changedesk-pg-") as folder:
        if owner:
            shutil.chown(folder, owner)
        data = Path(folder, "data")

        def server(program: str, *words: str) -> None:
            command = [str(programs / program), "-D", str(data), *words]
            with Path(folder, "programs.log").open("a", encoding="utf-8") as log:
                subprocess.run(command, cwd=folder, check=True, stdout=log, user=owner)

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        switches = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        )
        server("initdb", "-U", "changedesk", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        server("pg_ctl", "-s", "-w", "-l", str(Path(folder, "server.log")), "-o", switches, "start")
        try:
            yield f"postgresql://changedesk@127.0.0.1:{port}/postgres"
        finally:
            server("pg_ctl", "-s", "-w", "-m", "immediate", "stop")


def main() -> int:
    """Read the command and do it."""
    commands = (run, test, shots, bench, lock, setup)
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands:
        about = choices.add_parser(command.__name__, help=command.__doc__, allow_abbrev=False)
        if command is test:
            about.add_argument("--long", action="store_true", help="the long profile")
        about.set_defaults(do=command)
    options, rest = parser.parse_known_args()
    try:
        return int(options.do(options, rest))
    except Stop as stop:
        print(f"dev: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())

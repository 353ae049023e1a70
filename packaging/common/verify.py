"""Checks what lies in dist/ as its receiver would: sums, signature, papers, and the self-test."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from common import checksums, signing
from common.environments import environment
from common.facts import PROGRAM, ROOT, version
from common.files import digest
from common.running import Failed, Lacking, can_run, run, say, tool

LARGEST = {"_amd64.deb": 45_000_000, "-windows-setup.exe": 35_000_000}
STARTS, STARTS_AT_MOST = 3, 9
UNMOUNTED_WITHIN = 5.0
SLOWEST = 1.2
_PAPERS = {"NOTICE.txt", "LICENSE.txt", "sbom.cdx.json", "install.html", "user-guide.html"}


def verify(folder: Path) -> list[str]:
    """Check everything that can be checked here; return what could not be, and why."""
    count = checksums.check(folder)
    say(f"SHA256SUMS fits {count} files")
    unchecked = []
    for what, check in _checks(folder):
        try:
            say(f"--- {what}")
            check()
        except Lacking as lacking:
            unchecked.append(f"{what}: {lacking}")
    return unchecked


def _checks(folder: Path) -> list[tuple[str, Callable[[], None]]]:
    checks: list[tuple[str, Callable[[], None]]] = [
        ("signature", partial(_signature, folder)),
        ("sizes", partial(_sizes, folder)),
    ]
    for path in sorted(folder.glob(f"{PROGRAM}[_-]{version()}*")):
        if path.suffix == ".deb":
            checks.append((path.name, partial(_package, path)))
        elif path.suffix == ".AppImage":
            checks.append((path.name, partial(_appimage, path)))
        elif "-wheelhouse-" in path.name:
            checks.append((path.name, partial(_wheelhouse, path)))
        else:
            say(f"NOT TRIED BY THIS: {path.name}; windows/try_wine.py tries it")
    return checks


def _signature(folder: Path) -> None:
    if not (folder / f"{checksums.FILE_NAME}.minisig").is_file():
        raise Lacking("there is no signature")
    say(f"signed by {signing.check(folder / checksums.FILE_NAME)}")


def _sizes(folder: Path) -> None:
    for ending, largest in LARGEST.items():
        for path in folder.glob(f"{PROGRAM}*{version()}*{ending}"):
            if path.stat().st_size > largest:
                raise Failed(f"{path.name} is larger than {largest / 1e6:.0f} MB")


def self_test(
    *command: str | Path, env: dict[str, str] | None = None, as_nobody: bool = True
) -> None:
    """Run a program's self-test, where possible as a plain user and without a network.

    Raises `Failed` for a failed check and for any word on standard error.
    """
    words = [*_alone(as_nobody=as_nobody), *map(str, command), "--self-test", "--json"]
    with tempfile.TemporaryDirectory(prefix="self-test ") as home:
        Path(home).chmod(0o777)
        clean = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8"}
        clean |= env or {}
        done = subprocess.run(
            words, env=clean, cwd="/", capture_output=True, text=True, check=False
        )
        left = _left_in(Path(home))
    if done.stderr.strip():
        raise Failed(f"the self-test said on standard error:\n{done.stderr.strip()}")
    told = json.loads(done.stdout)
    for one in told["checks"]:
        say(f"  {'ok    ' if one['ok'] else 'FAILED'} {one['name']:<13} {one['found']}")
    if done.returncode or not told["ok"]:
        raise Failed("the self-test failed")
    if left:
        raise Failed(f"the self-test left {', '.join(left)}")
    if told["version"] != version():
        raise Failed(f"it is version {told['version']}")


def _left_in(folder: Path) -> list[str]:
    """Return what stays in a folder; an AppImage is unmounted a moment after it has ended."""
    end = time.monotonic() + UNMOUNTED_WITHIN
    while (left := [path.name for path in folder.iterdir()]) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def try_frozen(stage: Path) -> None:
    """Run the self-test of a frozen program from a place like those that users choose."""
    with tempfile.TemporaryDirectory(prefix="Änderung Tisch (x) ") as name:
        Path(name).chmod(0o755)
        shutil.copytree(stage, Path(name, PROGRAM), symlinks=True)
        self_test(Path(name, PROGRAM, PROGRAM))


def compare_starts(program: Path) -> None:
    """Measure how long a start of the frozen program takes, beside one from an environment.

    Raises `Failed` when it takes more than 1.2 times as long, by the processor's clock.
    """
    python = environment("linux", "runtime-linux", "build")
    words = ("--self-test", "--json")
    frozen = usual = float("inf")
    for at in range(STARTS_AT_MOST):  # in turn, and more often while other work disturbs them
        frozen = min(frozen, _processor_seconds(program, *words))
        usual = min(usual, _processor_seconds(python, "-m", "ui", *words))
        if at + 1 >= STARTS and frozen <= usual * SLOWEST:
            break
    say(f"self-test, seconds of the processor: frozen {frozen:.2f}, environment {usual:.2f}")
    if frozen > usual * SLOWEST:
        raise Failed(f"the frozen program takes {frozen / usual:.2f} times as long")


def _processor_seconds(*words: str | Path) -> float:
    before = os.times()
    # Compiled once, as an installed package is: the first of the starts pays for it.
    run(*words, cwd=ROOT, env={"PYTHONDONTWRITEBYTECODE": ""})
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system


def _alone(*, as_nobody: bool) -> list[str]:
    """Return what runs a program without a network and as nobody; root can do both."""
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if as_nobody else []
    words = ["unshare", "--net", *user]
    if can_run(*words, "true"):
        return words
    say("NOT ISOLATED: this machine does not let us take the network away; it runs as it is")
    return []


def _package(path: Path) -> None:
    unpack = tool("dpkg-deb", "dpkg")
    with tempfile.TemporaryDirectory(prefix="Änderung Tisch (x) ") as name:
        Path(name).chmod(0o755)
        run(unpack, "-x", path, name)
        home = Path(name, "opt", PROGRAM)
        _papers(home / "papers")
        self_test(home / PROGRAM)


def _appimage(path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Änderung Tisch (x) ") as name:
        Path(name).chmod(0o755)
        run(path, "--appimage-extract", cwd=Path(name))
        root = Path(name, "squashfs-root")
        _papers(root / "opt" / PROGRAM / "papers")
        if not (root / f"{PROGRAM}.desktop").is_file():
            raise Failed("the AppImage has no menu entry")
        self_test(root / "AppRun", env={"APPDIR": str(root)})
    if Path("/dev/fuse").exists() and shutil.which("fusermount"):
        self_test(path, as_nobody=False)  # only root may mount on many a machine that builds
    else:
        raise Lacking("it was only unpacked and not mounted, fusermount is missing (Debian: fuse)")


def _wheelhouse(path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Änderung Tisch (x) ") as name:
        Path(name).chmod(0o755)
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                target = Path(name, entry.filename)
                if not re.fullmatch(r"[\w.+-]+(/[\w.+-]+)+", entry.filename):
                    raise Failed(f"{path.name} holds a strange name: {entry.filename}")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
        (folder,) = Path(name).iterdir()
        _papers(folder / "papers")
        _locked_files(folder)
        if path.stem.endswith("-linux"):
            _install(folder, Path(name) / "installed")


def _locked_files(folder: Path) -> None:
    lock = (folder / "requirements.lock").read_text("utf-8")
    named = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock))
    there = {digest(path) for path in folder.glob("*.whl")}
    if named != there:
        raise Failed(f"{len(named ^ there)} wheels are not those of requirements.lock")
    say(f"{len(there)} wheels are those of requirements.lock")


def _install(folder: Path, target: Path) -> None:
    told = run(*_alone(as_nobody=False), "sh", folder / "install.sh", target)
    sys.stdout.write(told)


def _papers(folder: Path) -> None:
    found = {path.name for path in folder.iterdir()}
    if not found >= _PAPERS or not any((folder / "licences").iterdir()):
        raise Failed(f"papers are missing: {', '.join(sorted(_PAPERS - found)) or 'licences'}")

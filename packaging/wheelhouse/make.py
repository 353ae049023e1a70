"""The wheelhouses: every package that ChangeDesk needs, for one system, with hashes and a script.

Nothing is resolved at the site: the lock names each file by its hash, and pip is told to look
nowhere else.
"""

import hashlib
import re
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from common.environments import environment, lock, wheels
from common.facts import BUILD, PACKAGING, PROGRAM, ROOT, epoch, version
from common.files import files_in, fresh, settle
from common.papers import put_papers
from common.running import Failed, run, say

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = {
    "linux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in (34, 31, 28, 27, 26, 24, 17, 12, 5)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
    "windows": ("win_amd64",),
    "macos": (
        *(f"macosx_{major}_0_{kind}" for major in (12, 11) for kind in ("arm64", "universal2")),
        *(f"macosx_10_{minor}_universal2" for minor in (15, 13, 12, 9)),
    ),
}
_REQUIREMENT = re.compile(r"^([a-z0-9-]+==[\w.]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def build(stage: Path, out: Path) -> list[Path]:
    """Make a zip for each system."""
    ours = own_wheel()
    return [make(system, ours, stage / system, out) for system in PLATFORMS]


def own_wheel() -> Path:
    """Build the package of ChangeDesk itself, the same file for the same sources."""
    python = environment("linux", "runtime-linux", "build")
    source, target = fresh(BUILD / "wheelhouse" / "source"), fresh(BUILD / "wheelhouse" / "own")
    for name in ("changedesk", "ui", "resources"):
        ignored = shutil.ignore_patterns("__pycache__", "*.ts")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    settle(source)
    pip = (python, "-m", "pip", "--disable-pip-version-check", "wheel", "-q", "--no-deps")
    run(*pip, "--no-build-isolation", "--no-index", "-w", target, source)
    (wheel,) = target.glob("*.whl")
    return wheel


def make(system: str, ours: Path, stage: Path, out: Path) -> Path:
    """Make the wheelhouse of one system and return its zip."""
    folder = fresh(stage)
    for python in PYTHONS:
        wheels(f"runtime-{system}", PLATFORMS[system], python, folder)
    shutil.copy(ours, folder)
    (folder / "requirements.lock").write_text(pinned(system, folder), "utf-8", newline="\n")
    for name in ("install.cmd",) if system == "windows" else ("install.sh",):
        shutil.copy(PACKAGING / "wheelhouse" / name, folder / name)
    put_papers(folder / "papers", "macos" if system == "macos" else system)
    settle(folder)
    if system != "windows":
        (folder / "install.sh").chmod(0o755)
    path = out / f"{PROGRAM}-{version()}-wheelhouse-{system}.zip"
    say(f"packing {path.name}")
    pack(folder, path)
    return path


def pinned(system: str, folder: Path) -> str:
    """Return the lock of exactly the files in the folder; raises `Failed` when one is missing."""
    digests = {hashlib.sha256(one.read_bytes()).hexdigest(): one for one in folder.glob("*.whl")}
    lines = []
    for name, rest in _REQUIREMENT.findall(lock(f"runtime-{system}").read_text("utf-8")):
        kept = sorted(digest for digest in _HASH.findall(rest) if digest in digests)
        if not kept:
            raise Failed(f"the wheelhouse for {system} lacks {name}")
        lines.append(" \\\n".join([name, *(f"    --hash=sha256:{digest}" for digest in kept)]))
    (own,) = (digest for digest, one in digests.items() if one.name.startswith(f"{PROGRAM}-"))
    lines.append(f"{PROGRAM}=={version()} \\\n    --hash=sha256:{own}")
    return "\n".join(lines) + "\n"


def pack(folder: Path, path: Path) -> None:
    """Write a zip of the folder that comes out the same twice; wheels are packed already."""
    moment = datetime.fromtimestamp(epoch(), UTC).timetuple()[:6]
    with zipfile.ZipFile(path, "w") as archive:
        for one in files_in(folder):
            entry = zipfile.ZipInfo(f"{path.stem}/{one.relative_to(folder).as_posix()}", moment)
            entry.external_attr = (0o100000 | (one.stat().st_mode & 0o777)) << 16
            entry.create_system = 3
            packed = one.suffix == ".whl"
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, one.read_bytes())

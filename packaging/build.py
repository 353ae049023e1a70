"""The one way to what is handed out: `python3 packaging/build.py all|linux|windows|…`.

    all          everything that this machine can make
    linux        the frozen program, .deb and AppImage
    windows      the program tree, setup, MSI and portable zip
    wheelhouse   packages for sites that only allow Python, a folder for each system
    verify       checks what lies in dist/: checksums, signature, papers, self-test

Each group names a module for its program tree and modules for its boxes; every one of them has
`build(stage, out) -> list[Path]`. A tree fills `stage`; a box reads `stage` and writes into `out`.
"""

import argparse
import importlib
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from common.facts import BUILD, DIST, NAME, epoch, version
from common.files import fresh
from common.running import Failed, Lacking, say


@dataclass(frozen=True)
class Group:
    """What is made for one system: first the tree of the program, then the boxes it goes into."""

    tree: str
    boxes: tuple[str, ...]


GROUPS = {
    "linux": Group("linux.frozen", ("linux.deb", "linux.appimage")),
    "windows": Group("windows.tree", ("windows.nsis", "windows.msi", "windows.portable")),
    "wheelhouse": Group("wheelhouse.make", ()),
}


@dataclass
class Made:
    """One line of the account: a file, or what could not be made and why."""

    what: str
    seconds: float
    paths: list[Path]
    lacking: str = ""


def build_part(module: str, stage: Path, out: Path) -> Made:
    """Run the `build` of a module; what this machine lacks is an answer, not an end."""
    begun = time.monotonic()
    say(f"--- {module}")
    try:
        paths = importlib.import_module(module).build(stage, out)
    except Lacking as lacking:
        return Made(module, time.monotonic() - begun, [], str(lacking))
    return Made(module, time.monotonic() - begun, paths)


def build_group(name: str) -> list[Made]:
    """Make the tree of a group and all its boxes; without the tree there is no box."""
    group = GROUPS[name]
    stage = fresh(BUILD / name / "stage")
    DIST.mkdir(exist_ok=True)
    tree = build_part(group.tree, stage, DIST)
    if tree.lacking:
        why = f"its tree was not made: {tree.lacking}"
        return [tree, *(Made(box, 0.0, [], why) for box in group.boxes)]
    return [tree, *(build_part(box, stage, DIST) for box in group.boxes)]


def tell(account: list[Made]) -> int:
    """Print what was made and, loudly, what was not; return the exit code."""
    say("--- account")
    for made in account:
        for path in made.paths:
            say(f"{path.name:48} {path.stat().st_size / 1e6:8.1f} MB {made.seconds:7.1f} s")
        if made.lacking:
            say(f"NOT MADE: {made.what}: {made.lacking}")
    return 1 if any(made.lacking for made in account) else 0


def main() -> int:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("command", choices=["all", *GROUPS, "verify"])
    options = parser.parse_args()
    say(f"{NAME} {version()}, moment {epoch()}")
    groups = list(GROUPS) if options.command == "all" else [options.command]
    try:
        return tell([made for name in groups for made in build_group(name)])
    except Failed as failed:
        say(f"FAILED: {failed}")
        return 1


if __name__ == "__main__":
    sys.exit(main())

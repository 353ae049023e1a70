"""The one way to what is handed out: `python3 packaging/build.py all|linux|windows|…`.

    all          everything that this machine can make, then checksums and their signature
    freeze       the frozen program for Linux with its audits and self-test, and no box
    linux        the frozen program, .deb and AppImage
    windows      the program tree, setup, MSI and portable zip
    wheelhouse   packages for sites that only allow Python, a zip for each system
    verify       checks what lies in dist/: checksums, signature, papers, self-test
    lock         writes packaging/locks anew after a change of dependencies

With --twice everything is made a second time and compared. Exit code 0: all is made and the same;
1: something failed or differs; 3: this machine lacks something, and says what.

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

from common import checksums, locking, signing, verify
from common.facts import BUILD, DIST, NAME, PROGRAM, epoch, version
from common.files import digest, digests, fresh
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
    again: str = "not tried"


def build_part(module: str, stage: Path, out: Path) -> Made:
    """Run the `build` of a module; what this machine lacks is an answer, not an end."""
    begun = time.monotonic()
    say(f"--- {module}")
    try:
        paths = importlib.import_module(module).build(stage, out)
    except Lacking as lacking:
        return Made(module, time.monotonic() - begun, [], str(lacking))
    return Made(module, time.monotonic() - begun, paths)


def build_group(name: str, out: Path) -> tuple[list[Made], dict[str, str]]:
    """Make the tree of a group and all its boxes, with the digests of the tree."""
    group = GROUPS[name]
    stage = fresh(BUILD / name / "stage")
    out.mkdir(parents=True, exist_ok=True)
    tree = build_part(group.tree, stage, out)
    if tree.lacking:
        why = f"its tree was not made: {tree.lacking}"
        return [tree, *(Made(box, 0.0, [], why) for box in group.boxes)], {}
    return [tree, *(build_part(box, stage, out) for box in group.boxes)], digests(stage)


def build_again(name: str, first: list[Made], tree: dict[str, str]) -> None:
    """Make a group a second time and note what came out the same."""
    say(f"--- {name}, a second time")
    second, other = build_group(name, fresh(BUILD / "again"))
    differing = sorted(one for one in tree.keys() | other.keys() if tree.get(one) != other.get(one))
    say(f"{len(tree)} files of the tree, {len(differing)} differ: {', '.join(differing[:5])}")
    for made, repeated in zip(first, second, strict=True):
        pairs = list(zip(made.paths, repeated.paths, strict=True))
        same = all(digest(one) == digest(two) for one, two in pairs)
        made.again = "same" if same and not (differing and not pairs) else "DIFFERS"


def tell(account: list[Made]) -> int:
    """Print what was made and, loudly, what was not; return the exit code."""
    say("--- account")
    for made in account:
        say(f"{made.what:48} {'':11} {made.seconds:7.1f} s  twice: {made.again}")
        for path in made.paths:
            say(f"  {path.name:46} {path.stat().st_size / 1e6:8.1f} MB  {digest(path)}")
    lacking = [made for made in account if made.lacking]
    for made in lacking:
        say(f"NOT MADE: {made.what}: {made.lacking}")
    if any(made.again == "DIFFERS" for made in account):
        say("FAILED: what was made twice differs")
        return 1
    return 3 if lacking else 0


def build(names: list[str], *, twice: bool) -> int:
    """Make the groups, the checksums over everything in dist/, and their signature."""
    account = []
    for name in names:
        made, tree = build_group(name, DIST)
        if twice and tree:
            build_again(name, made, tree)
        account += made
    boxes = sorted(path for path in DIST.glob(f"{PROGRAM}[_-]{version()}*") if path.is_file())
    if boxes:
        sums = checksums.write(DIST, boxes)
        try:
            signing.sign(sums)
        except Lacking as lacking:
            account.append(Made("signature", 0.0, [], str(lacking)))
    return tell(account)


def freeze() -> int:
    """Freeze the program for Linux and try it: audits, licences, self-test, and its start."""
    frozen = GROUPS["linux"].tree
    made = build_part(frozen, fresh(BUILD / "linux" / "stage"), DIST)
    if not made.lacking:
        stage = BUILD / "linux" / "stage"
        verify.try_frozen(stage)
        verify.compare_starts(stage / PROGRAM)
    return tell([made])


def check() -> int:
    """Check what lies in dist/; what could not be checked is said loudly."""
    unchecked = verify.verify(DIST)
    for line in unchecked:
        say(f"NOT CHECKED: {line}")
    say("everything that was checked holds")
    return 3 if unchecked else 0


def main() -> int:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["all", "freeze", *GROUPS, "verify", "lock"])
    parser.add_argument("--twice", action="store_true", help="make everything twice and compare")
    options = parser.parse_args()
    say(f"{NAME} {version()}, moment {epoch()}")
    try:
        if options.command == "freeze":
            return freeze()
        if options.command == "verify":
            return check()
        if options.command == "lock":
            locking.write_locks()
            return 0
        names = list(GROUPS) if options.command == "all" else [options.command]
        return build(names, twice=options.twice)
    except Failed as failed:
        say(f"FAILED: {failed}")
        return 1


if __name__ == "__main__":
    sys.exit(main())

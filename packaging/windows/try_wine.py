"""Tries the boxes for Windows under Wine: `python3 packaging/windows/try_wine.py dist`.

As root, with mmdebstrap: Wine 10 runs in a clean Debian 13 without a network. In a fresh prefix:
setup for one user, setup for all, MSI and portable copy, each installed silently, upgraded from an
older version with a stale file, tried with its self-test, and removed without a rest; the window is
opened by a double click and a picture of it taken. README.md says what Wine cannot prove.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from common.facts import BUILD, NAME, PROGRAM, SUFFIX, version
from common.files import fresh, settle
from common.running import Failed, Lacking, run, say, tool

from windows import audit_pe, msi, nsis, start
from windows.wine import Wine

MIRROR = "http://deb.debian.org/debian"
INSIDE = "--inside"
OLDER = "0.0.1"
STALE = "program/lib/stale.pyd"
NOTES = "my own notes.txt"
ODD = "Änderung Tisch (x)"
UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
OPEN = rf"Software\Classes\{NAME}.Workspace\shell\open\command"
NEEDED = ("wine", "wine64", "xvfb", "xdotool", "imagemagick", "fonts-dejavu-core")
PROFILE = "users/root/AppData"


def must(holds: object, sentence: str) -> None:
    """Raise `Failed` with the sentence unless it holds; otherwise tell it."""
    if not holds:
        raise Failed(f"not so: {sentence}")
    say(f"  seen: {sentence}")


def waited(for_what: Callable[[], object], seconds: float = 90) -> bool:
    """Wait until something holds; tell whether it did in time."""
    end = time.monotonic() + seconds
    while not for_what():
        if time.monotonic() > end:
            return False
        time.sleep(0.5)
    return True


def clean_system(root: Path) -> None:
    """Make a Debian 13 with Wine, unless it stands there already."""
    # A link to the alternatives of that system: in ours it leads nowhere.
    if os.path.lexists(root / "usr/bin/wine"):
        return
    say("making a Debian 13 with Wine")
    packages = f"--include={','.join(NEEDED)}"
    how = ("--mode=root", "--variant=minbase", packages)
    run(tool("mmdebstrap", "mmdebstrap"), *how, "trixie", root, MIRROR)


def older_tree() -> Path:
    """Return a tree of an older version, with a file that this one no longer has."""
    tree = fresh(BUILD / "windows" / "older" / "stage")
    for name in (STALE, "papers/LICENSE.txt", f"{NAME}.exe", f"{PROGRAM}.com"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text("an older version\n", "ascii")
    settle(tree)
    return tree


def self_test(wine: Wine, folder: str) -> None:
    """Run the self-test of the program in a folder of drive C."""
    told = wine.run(rf"C:\{folder}\{PROGRAM}.com", "--self-test", offscreen=True)
    must("All is well" in told, f"self-test in {folder}: {told.strip().splitlines()[-1]}")


def try_setup(wine: Wine, setup: str) -> None:
    """The setup for one user: upgrade over an older version, use, removal."""
    folder = rf"{PROFILE}\Local\Programs\{NAME}".replace("/", "\\")
    place = wine.drive / folder.replace("\\", "/")
    wine.run(wine.box("older-setup.exe"), "/S", "/CurrentUser")
    must((place / STALE).is_file(), "the older version is installed without a word")
    (place / NOTES).write_text("mine\n", "ascii")
    wine.run(wine.box(setup), "/S", "/CurrentUser")
    must(not (place / STALE).exists(), "the upgrade left no stale file")
    must((place / NOTES).is_file(), "the user's own file in that folder is kept")
    must(
        version() in wine.registry("HKCU", UNINSTALL, "DisplayVersion"),
        "one entry, the new version",
    )
    must(f"{NAME}.exe" in wine.registry("HKCU", OPEN), f"{SUFFIX} files open with it")
    menu = wine.drive / PROFILE / f"Roaming/Microsoft/Windows/Start Menu/Programs/{NAME}.lnk"
    must(menu.is_file(), "it stands in the start menu")
    self_test(wine, folder)
    workspace = f"{ODD}{SUFFIX}"
    wine.run(rf"C:\{folder}\{PROGRAM}.com", "sample", rf"C:\{workspace}")
    wine.run(rf"C:\{folder}\uninstall.exe", "/S", "/CurrentUser")
    must(waited(lambda: not (place / "uninstall.exe").exists()), "it is removed without a word")
    must([path.name for path in place.iterdir()] == [NOTES], "only the user's own file is left")
    must(not menu.exists(), "it is gone from the start menu")
    for key in (UNINSTALL, OPEN, rf"Software\Classes\{SUFFIX}"):
        must(not wine.registry("HKCU", key), f"the registry no longer has {key}")
    kept = (wine.drive / workspace).is_file() and (wine.drive / PROFILE / "Local" / NAME).is_dir()
    must(kept, "the user's workspace and settings are kept")
    (wine.drive / workspace).unlink()


def try_window(wine: Wine, picture: Path | None) -> None:
    """A workspace is opened as by a double click; Wine knows only file types of all users."""
    workspace = rf"C:\{ODD}{SUFFIX}"
    wine.run(rf"C:\Program Files\{NAME}\{PROGRAM}.com", "sample", workspace)
    with wine.screen(), wine.begun("cmd", "/c", "start", "", workspace):
        shown = waited(lambda: wine.window_titled(NAME))
        must(shown, "a double click on a workspace opens the window")
        time.sleep(20)  # it fills after it has appeared
        wine.picture(picture)


def try_setup_for_all(wine: Wine, setup: str) -> None:
    """The setup for all users, into a folder with blanks, umlauts and brackets."""
    folder = rf"{ODD}\Program folder"
    place = wine.drive / ODD / "Program folder"
    unquoted = rf"/D=C:\{folder}".split(" ")  # the setup takes no quotes around it
    wine.run(wine.box(setup), "/S", "/AllUsers", *unquoted)
    must((place / f"{NAME}.exe").is_file(), f"installed for all users in C:\\{folder}")
    must(f"{NAME}.exe" in wine.registry("HKLM", OPEN), "for all users, files open with it")
    self_test(wine, folder)
    wine.run(rf"C:\{folder}\uninstall.exe", "/S", "/AllUsers")
    must(waited(lambda: not place.exists()), "removed, the folder too")
    must(not wine.registry("HKLM", UNINSTALL), "no entry is left")


def try_msi(wine: Wine, box: str, picture: Path | None) -> None:
    """The MSI package: upgrade over an older one, use, removal."""
    place = wine.drive / "Program Files" / NAME
    wine.run("msiexec", "/i", wine.box("older.msi"), "/qn")
    must((place / STALE).is_file(), "the older package is installed without a word")
    (place / NOTES).write_text("mine\n", "ascii")
    wine.run("msiexec", "/i", wine.box(box), "/qn")
    must(not (place / STALE).exists(), "the upgrade left no stale file")
    must((place / NOTES).is_file(), "the user's own file in that folder is kept")
    key = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{msi.product_code(version())}"
    must(version() in wine.registry("HKLM", key, "DisplayVersion"), "the entry has the new version")
    older = key.replace(msi.product_code(version()), msi.product_code(OLDER))
    must(not wine.registry("HKLM", older), "the older entry is gone")
    must(f"{NAME}.exe" in wine.registry("HKLM", OPEN), f"{SUFFIX} files open with it")
    self_test(wine, rf"Program Files\{NAME}")
    try_window(wine, picture)
    wine.run("msiexec", "/x", wine.box(box), "/qn")
    must([path.name for path in place.iterdir()] == [NOTES], "only the user's own file is left")
    must(not wine.registry("HKLM", key), "no entry is left")
    must(not wine.registry("HKLM", OPEN), "the file type is gone")


def try_portable(wine: Wine, box: Path) -> None:
    """The portable copy: settings beside it, and in the profile where it may not write."""
    place = wine.drive / ODD
    with zipfile.ZipFile(box) as opened:
        opened.extractall(place)
    home, settings = wine.drive / PROFILE / "Local" / NAME, place / NAME / start.SETTINGS
    run("rm", "-rf", home)
    folder = rf"{ODD}\{NAME}"
    make_sample = (rf"C:\{folder}\{PROGRAM}.com", "sample")
    self_test(wine, folder)
    wine.run(*make_sample, rf"C:\{ODD}\one{SUFFIX}")
    must(any(settings.iterdir()), "the portable copy keeps its settings beside it")
    must(not home.exists(), "and nothing in the profile")
    run("rm", "-rf", settings)
    run("mount", "--bind", place / NAME, place / NAME)
    run("mount", "-o", "remount,ro,bind", place / NAME)
    self_test(wine, folder)
    wine.run(*make_sample, rf"C:\{ODD}\two{SUFFIX}")
    must(not settings.exists() and home.is_dir(), "from a read-only folder it uses the profile")
    run("umount", place / NAME)


def try_all(boxes: Path, root: Path, picture: Path | None) -> None:
    """Try every box in a fresh prefix; raises `Failed` with the first thing that is not so."""
    found = {
        kind: boxes / f"{PROGRAM}-{version()}-windows{kind}"
        for kind in ("-setup.exe", ".msi", "-portable.zip")
    }
    lacking = [path.name for path in found.values() if not path.is_file()]
    if lacking:
        raise Lacking(f"these are not in {boxes}: {', '.join(lacking)}")
    wine = Wine(root)
    wine.begin()
    inside = fresh(wine.drive / "boxes")
    for path in found.values():
        shutil.copyfile(path, inside / path.name)
    tree = older_tree()
    nsis.compile_setup(tree, inside / "older-setup.exe", OLDER)
    msi.write(tree, inside / "older.msi", OLDER)
    try_setup(wine, found["-setup.exe"].name)
    try_setup_for_all(wine, found["-setup.exe"].name)
    try_msi(wine, found[".msi"].name, picture)
    try_portable(wine, found["-portable.zip"])
    must(not audit_pe.strangers((wine.drive / ODD).rglob("*")), "nothing of Wine got into a box")
    wine.end()


def main() -> int:
    """Try the boxes in the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("boxes", type=Path)
    parser.add_argument(
        "--system", type=Path, default=BUILD / "windows" / "wine", help="kept for the next time"
    )
    parser.add_argument("--picture", type=Path, help="a file for the picture of the window")
    parser.add_argument(INSIDE, action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    try:
        if os.geteuid() != 0:
            raise Lacking("a clean system can only be made by root")
        clean_system(options.system)
        if not options.inside:
            alone = (tool("unshare", "util-linux"), "--mount", "--net")
            return subprocess.run(
                [*alone, sys.executable, *sys.argv, INSIDE], check=False
            ).returncode
        try_all(options.boxes.resolve(), options.system.resolve(), options.picture)
    except Lacking as lacking:
        say(f"NOT TRIED: {lacking}")
        return 3
    except Failed as failed:
        say(f"FAILED: {failed}")
        return 1
    say("every box for Windows works under Wine")
    return 0


if __name__ == "__main__":
    sys.exit(main())

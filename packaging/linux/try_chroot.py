"""Tries the Debian package in clean systems without a network.

As root, with mmdebstrap. Each system is a bare Debian with what the package depends on. In it:
an older version, then this one over it; the self-test as a plain user; a double click on a
workspace under a virtual screen, of which a picture is taken; removal, and what is left.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from common.facts import BUILD, MIME_TYPE, PROGRAM
from common.files import fresh, settle
from common.running import Failed, Lacking, can_run, run, say, tool

from linux import deb, desktop

SCRIPT = Path(__file__).with_name("in_chroot.sh")
SUITES = ("bookworm", "trixie")
MIRROR = "http://deb.debian.org/debian"
OLDER = "0.0.1"
STALE = f"opt/{PROGRAM}/_internal/libstale.so.1"

# What a desktop has and the test needs: a screen, and the tools that know of file types.
AROUND = (
    "xvfb", "xauth", "xdg-utils", "libglib2.0-bin", "desktop-file-utils", "shared-mime-info",
    "hicolor-icon-theme", "procps", "xdotool",
)  # fmt: skip


def older_package(target: Path) -> Path:
    """Write a package of an older version, with a file that this one no longer has."""
    root = fresh(BUILD / "linux" / "older")
    for name in (STALE, f"opt/{PROGRAM}/{PROGRAM}"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\nexit 0\n", "ascii")
        path.chmod(0o755)
    desktop.put_desktop_files(root / "usr")
    settle(root)
    told = (
        f"Package: {PROGRAM}\nVersion: {OLDER}\nArchitecture: amd64\n"
        "Maintainer: the test <test@localhost>\nDescription: an older version\n"
    )
    deb.write(target, root, {"control": told.encode()})
    return target


def dependencies(package: Path) -> str:
    """Return what a package depends on and recommends, as `apt-get satisfy` reads it."""
    query = (tool("dpkg-deb", "dpkg"), "-f", package)
    return ", ".join(run(*query, field).strip() for field in ("Depends", "Recommends"))


def clean_system(suite: str, package: Path, root: Path) -> None:
    """Make a bare Debian with what the package wants around it, but not the package."""
    wanted = BUILD / "linux" / "satisfy"
    wanted.write_text(dependencies(package), "utf-8")
    command = (tool("mmdebstrap", "mmdebstrap"), "--mode=root", "--variant=minbase")
    if not can_run("unshare", "--mount", "--net", "--pid", "--fork", "true"):
        raise Lacking("this machine does not let us make a system of its own")
    run(
        *command,
        '--aptopt=Acquire::Check-Valid-Until "false"',
        '--aptopt=Acquire::Check-Date "false"',
        f"--include={','.join(AROUND)}",
        f'--customize-hook=chroot "$1" apt-get satisfy -y "$(cat {wanted})"',
        *(suite, root, MIRROR),
        env={"DEBIAN_FRONTEND": "noninteractive"},
        log=BUILD / "linux" / f"mmdebstrap-{suite}.log",
    )


def try_package(package: Path, suite: str, pictures: Path | None) -> None:
    """Try the package in one system; raises `Failed` with what went wrong."""
    root = BUILD / "linux" / "chroots" / suite
    if root.exists():
        run("rm", "-rf", "--one-file-system", root)
    root.parent.mkdir(parents=True, exist_ok=True)
    say(f"making a clean {suite}")
    clean_system(suite, package, root)
    older_package(root / "older.deb")
    (root / "new.deb").write_bytes(package.read_bytes())
    (root / "try.sh").write_bytes(SCRIPT.read_bytes())
    facts = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "VERSION": run(tool("dpkg-deb", "dpkg"), "-f", package, "Version").strip(),
        "OLDER": OLDER,
        "STALE": STALE,
        "MIME_TYPE": MIME_TYPE,
        "PROGRAM": PROGRAM,
    }
    say(f"trying {package.name} in {suite}, without a network")
    mounts = f"mount -t proc proc {root}/proc && mount -t tmpfs tmpfs {root}/dev/shm"  # noqa: S108 - in there
    given = " ".join(f"{name}={value}" for name, value in facts.items())
    enter = f"exec chroot {root} /usr/bin/env -i {given} sh /try.sh"
    alone = ("unshare", "--mount", "--net", "--pid", "--fork")
    told = run(*alone, "sh", "-c", f"{mounts} && {enter}")
    sys.stdout.write(told)
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        run(tool("convert", "imagemagick"), f"xwd:{root}/picture.xwd", pictures / f"{suite}.png")
    run("rm", "-rf", "--one-file-system", root)


def main() -> int:
    """Try the package named on the command line in each suite."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("package", type=Path)
    parser.add_argument("suites", nargs="*", default=SUITES)
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the screen")
    options = parser.parse_args()
    try:
        if os.geteuid() != 0:
            raise Lacking("clean systems can only be made by root")
        for suite in options.suites:
            try_package(options.package.resolve(), suite, options.pictures)
    except Lacking as lacking:
        say(f"NOT TRIED: {lacking}")
        return 3
    except (Failed, subprocess.CalledProcessError) as failed:
        say(f"FAILED: {failed}")
        return 1
    say(f"{options.package.name} works in {', '.join(options.suites)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

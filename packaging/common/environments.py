"""Virtual environments and wheels, always from a lock with hashes."""

import hashlib
import os
import shutil
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from common.facts import BUILD, LOCKS
from common.files import fresh
from common.running import Lacking, run, say


def lock(name: str) -> Path:
    """Return the lock of that name: runtime-linux, runtime-windows, runtime-macos, build."""
    return LOCKS / f"{name}.lock"


def environment(name: str, *locks: str) -> Path:
    """Return the Python of a virtual environment that holds these locks and nothing else."""
    folder = BUILD / "environments" / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "made-from"
    digest = hashlib.sha256(f"{sys.version} {sys.base_prefix}".encode())
    for one in locks:
        digest.update(lock(one).read_bytes())
    if stamp.is_file() and stamp.read_text("ascii") == digest.hexdigest():
        return python
    if find_spec("ensurepip") is None:
        raise Lacking("this Python cannot make virtual environments (Debian: python3-venv)")
    say(f"making the environment {name}")
    if folder.exists():
        shutil.rmtree(folder)
    run(sys.executable, "-m", "venv", folder)
    for one in locks:
        install = ("-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps")
        run(python, *install, "--only-binary=:all:", "--require-hashes", "-r", lock(one))
    stamp.write_text(digest.hexdigest(), "ascii")
    return python


def wheels(
    lock_name: str, platforms: Sequence[str], python: str = "3.11", folder: Path | None = None
) -> Path:
    """Download the wheels of a lock for another system; returns the folder that holds them.

    `platforms` are tags such as win_amd64, `python` is the version they are for, as 3.11.
    """
    target = folder or fresh(BUILD / "wheels" / f"{lock_name}-{python}")
    target.mkdir(parents=True, exist_ok=True)
    tags = [word for tag in platforms for word in ("--platform", tag)]
    say(f"downloading the wheels of {lock_name} for Python {python}")
    pip = (environment("pip"), "-m", "pip", "--disable-pip-version-check", "download", "-q")
    run(
        *pip,
        *("--no-deps", "--only-binary=:all:", "--require-hashes", "--implementation", "cp"),
        *("--python-version", python, *tags, "-d", str(target), "-r", str(lock(lock_name))),
    )
    return target

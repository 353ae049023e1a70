"""Writes the locks anew from pyproject.toml, with the versions that the tests run with."""

import tempfile
from pathlib import Path

from common.environments import environment
from common.facts import LOCKS, ROOT
from common.running import run

# The oldest systems that are promised, as uv calls them.
TARGETS = {
    "linux": "x86_64-manylinux_2_34",
    "windows": "x86_64-pc-windows-msvc",
    "macos": "aarch64-apple-darwin",
}
COMMAND = "python3 packaging/build.py lock"


def write_locks() -> None:
    """Write the runtime lock of each system and the lock of what builds."""
    with tempfile.TemporaryDirectory() as folder:
        pip = (environment("pip"), "-m", "pip", "--disable-pip-version-check", "install", "-q")
        run(*pip, "--target", folder, "uv")
        uv = (str(Path(folder, "bin", "uv")), "pip", "compile", "--quiet", "--no-config")
        hashes = ("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links")
        head = ("--python-version", "3.11", "--custom-compile-command", COMMAND)
        for system, target in TARGETS.items():
            run(
                *(*uv, *hashes, *head, "--python-platform", target, "--extra", "postgresql"),
                *("--constraint", "requirements.lock", "pyproject.toml"),
                *("--output-file", LOCKS / f"runtime-{system}.lock"),
                cwd=ROOT,
            )
        build = ("--universal", LOCKS / "build.in", "--output-file", LOCKS / "build.lock")
        run(*uv, *hashes, *head, *build, cwd=ROOT)

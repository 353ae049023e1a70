"""How a build talks, starts other programs, and says what it lacks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from common.facts import epoch


class Lacking(Exception):
    """Something this machine does not have; the text says what and how to get it."""


class Failed(Exception):
    """A step or a check failed; the text says which and where to look."""


def say(text: str) -> None:
    """Tell what is being done, in order with the output of the programs that are started."""
    sys.stdout.write(f"build: {text}\n")
    sys.stdout.flush()


def steady() -> dict[str, str]:
    """Return the environment in which two builds come out the same."""
    fixed = {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return {**os.environ, **fixed}


def tool(name: str, package: str) -> str:
    """Return the path of a program; raise `Lacking` with the Debian package that holds it."""
    found = shutil.which(name)
    if found is None:
        raise Lacking(f"{name} is not installed (Debian: {package})")
    return found


def run(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> str:
    """Run a program and return what it wrote; raise `Failed` with its last lines.

    `env` is added to the steady environment; all output goes to `log`, if one is named.
    """
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=cwd,
        env={**steady(), **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        errors="replace",
    )
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(done.stdout, "utf-8")
    if done.returncode:
        raise Failed(f"{_named(words)} ended with {done.returncode}:\n{_tail(done.stdout)}")
    return done.stdout


def _named(words: Sequence[str]) -> str:
    return " ".join(words[:4]) + (" …" if len(words) > 4 else "")


def _tail(text: str) -> str:
    return "\n".join(text.rstrip().splitlines()[-30:])


def can_run(*command: str) -> bool:
    """Tell whether a harmless program can be run here, such as one that needs special rights."""
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return done.returncode == 0

"""What osslsigncode tells of the signature of a program for Windows, without asking the network."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from common.running import tool


def told_of(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each file with what is told of it; the last line is `exit code N`."""
    program = tool("osslsigncode", "osslsigncode")
    command = [program, "verify", *_offline(program), "-in"]
    for path in paths:
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        yield path, f"{done.stdout}\nexit code {done.returncode}\n"


def _offline(program: str) -> list[str]:
    """Return the options that keep it from asking the network; older ones never ask."""
    command = [program, "verify", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [option for option in ("-ignore-cdp", "-ignore-crl") if option in told]

"""The command line: the same actions as the window, without a screen.

Importing this package is cheap: neither Qt nor the office libraries are loaded for a report.
"""

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 needs a person, 2 not done."""
    from changedesk.cli.running import run

    return run(argv)

"""Where the program starts: a command goes to the command line, the rest opens the window."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SUFFIX = ".changedesk"
READ_FOREIGN_FILE = "--read-foreign-file"
SELF_TEST = "--self-test"
NO_DISPLAY = (
    "There is no display to open the window on: use the commands (changedesk --help), "
    "or start it on a desktop."
)


def names_workspace(word: str) -> bool:
    """Tell whether the first word of a command line is a workspace, not a command or an option."""
    if word.startswith("-"):
        return False
    team = word.startswith(("postgresql://", "postgres://"))
    return team or word.endswith(SUFFIX) or (Path(word).suffix != "" and Path(word).is_file())


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened: Qt would end the program without a word of ours."""
    named = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not platform.startswith("linux")


def run_command(words: Sequence[str]) -> int:
    """Run a command; Ctrl+C while it is still being loaded ends it in a sentence, too."""
    try:
        from changedesk.cli import main as command

        return int(command(words))
    except KeyboardInterrupt:
        sys.stderr.write("Stopped: nothing was done.\n")
        return 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window on a workspace (or the last one); return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [READ_FOREIGN_FILE]:
        # An installed program is its own reader of foreign files, in a process of its own.
        from changedesk.exchange.child import main as read_foreign_file

        return read_foreign_file(words[1:])
    if words[:1] == [SELF_TEST]:
        from ui.self_checks import main as self_test

        return self_test(words[1:])
    if words and not names_workspace(words[0]):
        return run_command(words)
    if not has_display(sys.platform, os.environ):
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    # A third of the start would go into looking for garbage among what is just being loaded.
    gc.disable()
    from ui.app import run_window

    return run_window(words[0] if words else "")


if __name__ == "__main__":
    sys.exit(main())

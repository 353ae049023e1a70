"""Runs a command: whatever happens, there is one plain line and an exit code of the contract."""

import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

import typer

from changedesk.cli.commands import app
from changedesk.cli.output import NEEDS_A_PERSON, NOT_DONE, Unreported, prepare_streams, tell
from changedesk.store.errors import ChangeDeskError
from changedesk.store.installation import home

# What Typer raises for arguments that it cannot read; where it lives differs by version.
_USAGE_PROBLEMS = tuple(
    kind
    for kind in typer.BadParameter.__mro__
    if kind.__name__ == "ClickException" and issubclass(kind, Exception)
)

_INTERRUPTED = 130  # what Typer makes of Ctrl+C


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; never raises."""
    prepare_streams()
    try:
        return _run(list(argv) or ["--help"])
    except ChangeDeskError as error:
        tell(str(error))
    except Unreported as lost:
        tell(f"The command was carried out, but its report could not be written ({lost}).")
        return NEEDS_A_PERSON
    except KeyboardInterrupt:
        tell("Stopped: nothing that was not reported as done has been done.")
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        tell(f"{place}{error.strerror or error}. Nothing more was done; check place and name.")
    except Exception as error:  # noqa: BLE001 - a fault of ours ends in one line and a log file
        tell(_fault(error))
    return NOT_DONE


def _run(argv: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(args=argv, prog_name="changedesk", standalone_mode=False)
    except _USAGE_PROBLEMS as problem:
        tell(_usage(problem, argv))
        return NOT_DONE
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _usage(problem: BaseException, argv: list[str]) -> str:
    words = str(problem.format_message())  # type: ignore[attr-defined]
    named = argv[0] if argv and not argv[0].startswith("-") else ""
    context = getattr(problem, "ctx", None)
    known = named and context is not None and context.info_name == named
    help_line = f"changedesk {named} --help" if known else "changedesk --help"
    return f"{words.rstrip('.')}. See: {help_line}"


def _fault(error: Exception) -> str:
    where = ""
    with suppress(OSError):
        folder = home() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "command-faults.log"
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{stamp}\n{''.join(traceback.format_exception(error))}\n")
        where = f" Details are in {log}."
    return (
        f"This is a fault in ChangeDesk ({type(error).__name__}): what was written before is "
        f"safe.{where}"
    )

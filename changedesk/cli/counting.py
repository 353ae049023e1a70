"""How many records there are, by the names of the contract and in words."""

from collections.abc import Mapping

from changedesk.desk import SCHEMA
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace
from changedesk.survey.given import answers_in_all
from changedesk.uat.queries import current_steps

_NAMES = {"step_result": "result"}


def shown_counts(workspace: Workspace) -> dict[str, int]:
    """Return a count for every record type; steps are those of the scripts as they are now.

    Responses are those that count, anonymous ones too, and answers what they say.
    """
    counts = {_NAMES.get(name, name): n for name, n in workspace.counts().items()}
    counts["step"] = current_steps(workspace)
    counts["response"], counts["answer"] = answers_in_all(workspace)
    return counts


def named(name: str, n: int) -> str:
    """Return what `n` records of a type are called, the type by its name in the contract."""
    called = _called(name, n)
    return called if called[:2].isupper() else called[0].lower() + called[1:]


def _called(name: str, n: int) -> str:
    record_type = next(
        (known for own, known in SCHEMA.by_name.items() if _NAMES.get(own, own) == name), None
    )
    if record_type is None:
        return name.capitalize() if n == 1 else f"{name.capitalize()}s"
    spec = spec_of(record_type)
    return spec.label if n == 1 else spec.plural


def counted(counts: Mapping[str, int]) -> list[str]:
    """Return counts in words: `24 scripts`, `1 person`."""
    return [f"{n:,} {named(name, n)}" for name, n in counts.items()]


def count_rows(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return the counts that are not nought as rows of a table: `Scripts`, `24`."""
    return [(_called(name, n), f"{n:,}") for name, n in counts.items() if n]

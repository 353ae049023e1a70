"""What a person can do with adoption: read a measure or a benefit, and take a reading out."""

from datetime import date

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption_queries import NUMBER
from changedesk.survey.records import Benefit, BenefitReading, Measure, MeasureReading


def add_reading(
    workspace: Workspace,
    measure: int,
    day: str,
    *,
    count: int | None = None,
    base: int | None = None,
    value: str = "",
    group: int | None = None,
    source: str = "",
) -> int:
    """Note what was read of a measure on a day; return the key of the reading.

    Raises UserError for more people than there are, and where nothing was read.
    """
    record = workspace.get(Measure, measure)
    _refuse_day(day)
    if record.kind == NUMBER:
        if not value.strip():
            raise UserError(f"What was read of {record.title}? Type a number such as 84.5.")
    elif base is None or count is None:
        raise UserError(f"{record.title} is a share: say how many show it, of how many.")
    elif count > base:
        raise UserError(f"{count} of {base} cannot be: more show it than there are.")
    elif base < 1:
        raise UserError("Of nobody nothing can be read: say of how many.")
    with workspace.change(f"Read {record.code}") as change:
        reading = MeasureReading(
            measure=measure, taken=day, group=group, count=count, base=base, value=value,
            source=source,
        )  # fmt: skip
        return int(change.add(reading).id)


def add_benefit_reading(
    workspace: Workspace, benefit: int, day: str, value: str, source: str = ""
) -> int:
    """Note what a benefit had come to on a day; return the key of the reading."""
    record = workspace.get(Benefit, benefit)
    _refuse_day(day)
    if not value.strip():
        raise UserError(f"What had {record.title} come to? Type a number such as 84.5.")
    with workspace.change(f"Read {record.code}") as change:
        reading = BenefitReading(benefit=benefit, taken=day, value=value, source=source)
        return int(change.add(reading).id)


def remove_readings(workspace: Workspace, keys: list[int], *, of_benefits: bool = False) -> None:
    """Take readings out: they stay in the history and no longer count."""
    with workspace.change("Take readings out") as change:
        change.delete_many(BenefitReading if of_benefits else MeasureReading, keys)


def _refuse_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise UserError(f"“{day}” is not a day; write it as 2026-03-31.") from None

"""What a kit holds, in words: each entry with its title, its facts in one line, and its texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from changedesk.handover.kits import Child, Entry, Kit
from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec, spec_of
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.records.values import date_text, display

PART_WORDS = {
    "groups": QT_TRANSLATE_NOOP("Kits", "Groups"),
    "stakeholders": QT_TRANSLATE_NOOP("Kits", "Stakeholders and sponsor actions"),
    "impacts": QT_TRANSLATE_NOOP("Kits", "Impacts and what is done about them"),
    "communications": QT_TRANSLATE_NOOP("Kits", "Communications"),
    "training": QT_TRANSLATE_NOOP("Kits", "Skills, courses and needs"),
    "scripts": QT_TRANSLATE_NOOP("Kits", "Test scripts"),
    "surveys": QT_TRANSLATE_NOOP("Kits", "Surveys"),
}
_REF_WORDS = {
    "after": QT_TRANSLATE_NOOP("Kits", "Comes after"),
    "practises": QT_TRANSLATE_NOOP("Kits", "Practises"),
    "groups": QT_TRANSLATE_NOOP("Kits", "For"),
    "answered_by": QT_TRANSLATE_NOOP("Kits", "Answered by"),
    "calls_for": QT_TRANSLATE_NOOP("Kits", "Calls for"),
}
_SHORT = 34
_WEEK = 7


@dataclass(frozen=True)
class Told:
    """One entry: its kind and title, short facts in one line, and longer texts below them."""

    kind: str
    title: str
    facts: str
    texts: tuple[str, ...]


def part_words(part: str) -> str:
    """Return what a part is called."""
    return QCoreApplication.translate("Kits", PART_WORDS[part])


def told(kit: Kit, part: str, go_live: str = "") -> list[Told]:
    """Return the entries of a part; days are dates where the go-live is known."""
    titles = {entry.id: entry.title for entry in kit.entries}
    return [_told(entry, titles, go_live) for entry in kit.in_part(part)]


def _told(entry: Entry, titles: dict[str, str], go_live: str) -> Told:
    spec = spec_of(entry.kind.record)
    facts: list[str] = []
    texts: list[str] = []
    for name in entry.kind.one:
        facts += [titles[one] for one in entry.refs.get(name, ())]
    for field in spec.fields:
        if field.name == entry.kind.title_field or field.name not in entry.fields:
            continue
        words = _value(field, entry.fields[field.name])
        label = translate_label(field.label)
        if field.kind is Kind.LONG_TEXT or len(words) > _SHORT:
            texts.append(f"{label}: {words}")
        else:
            facts.append(words if field.kind is Kind.CHOICE else f"{label} {words}")
    facts += _days(entry, go_live)
    texts += _tied(entry, titles)
    texts += [_child(child, number, titles) for number, child in enumerate(entry.children, 1)]
    # A fact is not torn apart at the end of a line.
    line = " · ".join(fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in facts)
    return Told(translate_label(spec.plural), entry.title, line, tuple(texts))


def _value(field: FieldSpec, value: object) -> str:
    unit = translate_label(field.facts.unit) if field.kind is Kind.INTEGER else ""
    return f"{display(field, value)} {unit}".strip()


def _days(entry: Entry, go_live: str) -> Iterator[str]:
    days = [day_words(day, go_live) for day in entry.days.values()]
    if days:
        yield " – ".join(dict.fromkeys(days))


def _tied(entry: Entry, titles: dict[str, str]) -> Iterator[str]:
    for name in entry.kind.many:
        named = [titles[one] for one in entry.refs.get(name, ())]
        if named:
            words = QCoreApplication.translate("Kits", _REF_WORDS[name])
            yield f"{words}: {'; '.join(named)}"


def _child(child: Child, number: int, titles: dict[str, str]) -> str:
    if child.skill:
        level = QCoreApplication.translate("Kits", "level {0} afterwards")
        return f"{titles[child.skill]}: {level.format(child.fields['level'])}"
    if "do" in child.fields:
        parts = (child.fields["do"], child.fields["data"], child.fields["expected"])
        return f"{number}. " + " → ".join(part for part in parts if part)
    spec = spec_of(child.record)
    kind = _value(spec.field("kind"), child.fields["kind"])
    return f"{kind}: {child.fields['what']}"


def day_words(day: int, go_live: str = "") -> str:
    """Say a day that is counted from go-live: its date, or in words while there is none."""
    if go_live:
        return date_text((date.fromisoformat(go_live) + timedelta(days=day)).isoformat())
    say = QCoreApplication.translate
    if day == 0:
        return say("Kits", "at go-live")
    whole = day % _WEEK == 0
    count = abs(day) // _WEEK if whole else abs(day)
    if day < 0:
        if whole:
            return say("Kits", "%n week(s) before go-live", "", count)
        return say("Kits", "%n day(s) before go-live", "", count)
    if whole:
        return say("Kits", "%n week(s) after go-live", "", count)
    return say("Kits", "%n day(s) after go-live", "", count)

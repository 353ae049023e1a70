"""Reads registers of stakeholders and lists of roles: ratings, attitudes, quadrants, reasons."""

import re
from collections.abc import Sequence
from dataclasses import replace

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.engagement import (
    engagement,
    is_of_attitude,
    marked,
    quadrant,
    raci,
)
from changedesk.exchange.change.gathering import (
    Gathering,
    Rating,
    folded,
    kept_values,
    rating,
    titled,
)
from changedesk.exchange.change.scales import of_five
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.headings import normal
from changedesk.exchange.yes_and_no import is_no, is_tick

_RATED = ("power", "interest", "influence", "impact")
_CURRENT = re.compile(r"current|as is|ist|ist zustand|aktuell|actuel|actual|atual|текущ\w*|сейчас")
_DESIRED = re.compile(
    r"desired|target|to be|soll|soll zustand|gewünscht|souhaité|cible|deseado|desejado|желаем\w*"
)
_REASON = re.compile(r"^\s*([^,;:(–—\n]+?)\s*(?:[,;:(–—\n]|\s-\s)\s*(.+?)\)?\s*$", re.DOTALL)
_OUTSIDE = re.compile(
    r"external|outside|vendor|supplier|customer|outsourc|regulator|\bbpo\b|extern|lieferant|"
    r"fournisseur|prestataire|proveedor|fornecedor|поставщик|внешн"
)
_GROUP = re.compile(
    r"\b(?:teams?|departments?|groups?|users|staff|agents|managers|agencies|committee|board|unions?|"
    r"council|betriebsrat|personalrat|syndicats?|sindicatos?|comité|comitê|agentes|"
    r"abteilung|gruppe|équipe|département|equipo|departamento|equipe|отдел|департамент|команда|"
    r"группа|government)\b"
)
_ONE = re.compile(r"\b(?:lead|leader|manager|director|head|officer|sponsor|leiter|leiterin|chef)$")
_PLAIN = (
    "expectations", "requirements", "concerns", "gain", "strategy", "channel", "frequency",
    "manager", "location", "owner",
)  # fmt: skip
_TICKED_TWICE = "more than one of them is marked for {}: none is taken; mark one, import again."
_DIFFERS = "another row says something else of the same name: {} is left out, the first is kept."
_ROMAN = re.compile(r"i|ii|iii|iv|1|2|3|4|q[1-4]")


def read_stakeholders(table: ChangeTable, work: Gathering) -> None:
    """Take the rows of a register; two rows of one name, or a further sheet, make one."""
    rows = list(table_rows(table, work.tally))
    reader = _Reader(table, rows, work)
    previous = ""
    for row in rows:
        name = _name(row)
        marker = _marker(row)
        if not name and marker == "desired":
            name = previous
        if not name:
            work.reject(row, "it has no name")
            continue
        reader.take(row, " ".join(name.split()), marker)
        previous = name
    reader.finish()


def _name(row: TableRow) -> str:
    return row.text("name") or " ".join(row.text(part) for part in ("first", "last")).strip()


def _marker(row: TableRow) -> str:
    for column, text in enumerate(row.texts):
        if column not in row.table.fields and text.strip():
            word = normal(text)
            if _CURRENT.fullmatch(word):
                return "current"
            if _DESIRED.fullmatch(word):
                return "desired"
    return ""


class _Reader:
    def __init__(self, table: ChangeTable, rows: Sequence[TableRow], work: Gathering) -> None:
        self.table, self.work = table, work
        self.ratings = {name: rating(table, rows, name, work) for name in _RATED}
        self.attitudes = self._are_attitudes(rows)
        self.stated = _numerals(table, rows, self.ratings, work)
        self.before = {folded(one.title): at for at, one in enumerate(work.drafts)}
        self.own: dict[str, int] = {}
        self.others: list[str] = []

    def _are_attitudes(self, rows: Sequence[TableRow]) -> bool:
        texts = [row.text("attitude") for row in rows if row.text("attitude")]
        known = sum(_is_attitude(text, self.work) for text in texts)
        return bool(texts) and known >= 0.5 * len(texts)

    def take(self, row: TableRow, name: str, marker: str) -> None:
        """Make a draft of a row, or add what it says to the one of that name."""
        draft = self._draft(row, name, marker)
        called = folded(name)
        at = self.before.get(called)
        if at is None and marker:
            at = self.own.get(called)
        if at is None:
            self.own[called] = len(self.work.drafts)
            key = self.work.key(self.table.form(), draft.source_id, name)
            self.work.made(replace(draft, source_key=key))
            return
        self.work.tally.continued += 1
        self._tell_differences(self.work.drafts[at], draft)
        self.work.drafts[at] = _added(self.work.drafts[at], draft)

    def _tell_differences(self, first: ChangeDraft, second: ChangeDraft) -> None:
        for field, (heading, words) in second.said.items():
            before = first.said.get(field, ("", ""))[1]
            if before and folded(before) != folded(words):
                self.work.doubt(heading, _DIFFERS, f"{second.title}: {words}", second.where)

    def finish(self) -> None:
        """Say which quadrants were kept as words only."""
        if self.others:
            listed = ", ".join(dict.fromkeys(self.others))
            self.work.warnings.append(
                f"The quadrant “{listed}” is none of the four that are known: it is kept as text."
            )

    def _draft(self, row: TableRow, name: str, marker: str) -> ChangeDraft:
        values = kept_values(**{field: row.text(field) for field in _PLAIN})
        taken = {"id", "name", "first", "last", "marked", "remark", "group", "contact", "role",
                 *_PLAIN}  # fmt: skip
        values |= kept_values(
            role=", ".join(dict.fromkeys(text for _, text in row.all("role"))),
            contact="\n".join(dict.fromkeys(text for _, text in row.all("contact"))),
        )
        further = [pair for field in (*_PLAIN, "group") for pair in row.all(field)[1:]]
        for field in _RATED:
            further += self._rate(row, field, values, taken)
        said = self._said(row, values)
        notes = self._attitude(row, values, taken)
        self._states(row, marker, values, taken)
        further += self._quadrant(row, values, taken)
        if row.text("raci"):
            values |= kept_values(raci=raci(row.text("raci")))
            taken |= {"raci"} if "raci" in values and len(row.text("raci")) == 1 else set()
        values |= self._claims(row, taken)
        values["kind"] = _kind(name, row)
        if row.text("category") and "organisation" not in values:
            values["organisation"] = row.text("category")
            taken.add("category")
        further += [pair for pair in row.further(*taken) if pair not in further]
        if marker:
            further = [pair for pair in further if normal(pair[1]) != marker]
        groups = tuple(titled(text) for _, text in row.all("group"))
        if values["kind"] == "outside" and groups and "organisation" not in values:
            values["organisation"], groups = groups[0], ()
        return ChangeDraft(
            "stakeholder", titled(name), row.where, row.text("id"), "", values,
            {"group": groups[:1]}, notes,
            tuple(further + [("Note", text) for _, text in row.all("remark")]), said,
        )  # fmt: skip

    def _said(
        self, row: TableRow, values: dict[str, str | int | bool]
    ) -> dict[str, tuple[str, str]]:
        said = {name: row.all(name)[0] for name in ("desired", "quadrant") if row.all(name)}
        if states := row.all("current") or (row.all("attitude") if self.attitudes else []):
            said["current"] = states[0]
        for field in _RATED:
            if words := values.get(f"{field}_said"):
                said[field] = (row.all(field)[0][0], str(words))
        return said

    def _rate(
        self, row: TableRow, field: str, values: dict[str, str | int | bool], taken: set[str]
    ) -> list[tuple[str, str]]:
        found = self.ratings[field]
        texts = row.all(field)
        if not texts:
            return []
        taken.add(field)
        if found is None:
            values[f"{field}_said"] = titled("; ".join(text for _, text in texts))
            return [pair for pair in texts if len(pair[1]) > 60 or "\n" in pair[1]]
        level = found.level(row, self.work)
        values |= kept_values(**{field: of_five(level), f"{field}_said": level.said})
        others = [pair for pair in texts if pair[1] != level.said]
        if field == "interest" and others and "expectations" not in values:
            values["expectations"] = "\n".join(text for _, text in others)
            return []
        return others

    def _attitude(
        self, row: TableRow, values: dict[str, str | int | bool], taken: set[str]
    ) -> tuple[tuple[str, str], ...]:
        text = row.text("attitude")
        if not text:
            return ()
        taken.add("attitude")
        values["attitude"] = text
        if not self.attitudes:
            return ()
        code, reason = _attitude(text, self.work)
        if not code:
            self.work.ask("engagement", text, row.where)
            return ()
        if not self.table.columns("current"):
            values["current"] = code
        # A supporter who gives a reason resists nothing.
        return (("resistance", reason),) if reason and code in {"R", "N", "U"} else ()

    def _states(
        self, row: TableRow, marker: str, values: dict[str, str | int | bool], taken: set[str]
    ) -> None:
        for field in ("current", "desired"):
            text = row.text(field)
            if not text:
                continue
            code, reason = _attitude(text, self.work)
            if code:
                values[field] = code
                taken.add(field)
                if reason and field == "current":
                    values.setdefault("attitude", text)
            else:
                self.work.ask("engagement", text, row.where)
        self._ticks(row, marker, values)

    def _ticks(self, row: TableRow, marker: str, values: dict[str, str | int | bool]) -> None:
        ticked: dict[str, dict[str, str]] = {}
        for heading, text in row.all("marked"):
            code, which = marked(heading)
            letters = set(re.findall(r"[cd]", normal(text)))
            if letters and not which and not normal(text).strip("cd "):
                sides = [{"c": "current", "d": "desired"}[letter] for letter in sorted(letters)]
            else:
                sides = [marker or which or "current"] if is_tick(text) else []
            for side in sides:
                ticked.setdefault(side, {})[code] = heading
        for side, codes in ticked.items():
            if len(codes) > 1:
                headings = " and ".join(codes.values())
                self.work.doubt(headings, _TICKED_TWICE, row.text("name"), row.where)
                continue
            ((values[side], heading),) = codes.items()
            if side == "current" and "attitude" not in values:
                values["attitude"] = heading.rpartition(" / ")[2]

    def _claims(self, row: TableRow, taken: set[str]) -> dict[str, str | int | bool]:
        found: dict[str, str | int | bool] = {}
        for field in ("legitimate", "urgent"):
            text = row.text(field)
            if is_tick(text) or is_no(text):
                found[field] = is_tick(text)
                taken.add(field)
        return found

    def _quadrant(
        self, row: TableRow, values: dict[str, str | int | bool], taken: set[str]
    ) -> list[tuple[str, str]]:
        text = row.text("quadrant")
        if not text:
            return []
        code = quadrant(text) or self.stated.get(normal(text), "")
        if code:
            values["quadrant"] = code
        else:
            self.others.append(text)
        if quadrant(text):
            taken.add("quadrant")
        return []


def _attitude(text: str, work: Gathering) -> tuple[str, str]:
    """Return the engagement that an attitude means, and the reason behind it."""
    if parts := _REASON.match(text):
        code = engagement(parts[1], work.kept)
        if code:
            # Positive about one thing and negative about another is of two minds.
            both = {code, engagement(parts[2])}
            mixed = "R" in both and not both.isdisjoint({"S", "L"})
            return ("", "") if mixed else (code, " ".join(parts[2].split()))
    return engagement(text, work.kept), ""


def _is_attitude(text: str, work: Gathering) -> bool:
    return bool(_attitude(text, work)[0]) or is_of_attitude(text)


def _kind(name: str, row: TableRow) -> str:
    told = " ".join([row.text("category"), row.text("group"), row.text("role")])
    if _OUTSIDE.search(normal(told)):
        return "outside"
    return _one_or_many(name)


def _one_or_many(name: str) -> str:
    folded_name = normal(name)
    one = _ONE.search(folded_name)
    return "group" if _GROUP.search(folded_name) and not one else "person"


def _numerals(
    table: ChangeTable,
    rows: Sequence[TableRow],
    ratings: dict[str, Rating | None],
    work: Gathering,
) -> dict[str, str]:
    """Return what the numerals of quadrants mean where the ratings beside them show it."""
    power, interest = ratings["power"] or ratings["influence"], ratings["interest"]
    if power is None or interest is None or not table.columns("quadrant"):
        return {}
    shown: dict[str, set[str]] = {}
    for row in rows:
        word = normal(row.text("quadrant"))
        high = [of_five(one.level(row, work)) for one in (power, interest)]
        if _ROMAN.fullmatch(word) and None not in high:
            strong, keen = ((level or 0) >= 4 for level in high)
            code = {(True, True): "MC", (True, False): "KS", (False, True): "KI"}
            shown.setdefault(word, set()).add(code.get((strong, keen), "MO"))
    return {word: codes.pop() for word, codes in shown.items() if len(codes) == 1}


def _added(first: ChangeDraft, second: ChangeDraft) -> ChangeDraft:
    """Return a draft with what a further row says; what was said first stays."""
    further = first.further + tuple(pair for pair in second.further if pair not in first.further)
    names = {**second.names, **{what: some for what, some in first.names.items() if some}}
    return replace(
        first,
        values={**second.values, **first.values},
        names=names,
        notes=tuple(dict.fromkeys(first.notes + second.notes)),
        said={**second.said, **first.said},
        further=further,
    )


def read_roles(table: ChangeTable, work: Gathering) -> None:
    """Take a list of roles and what they answer for; each is a stakeholder."""
    for row in table_rows(table, work.tally):
        name = titled(row.text("name"))
        if not name:
            work.reject(row, "it names no role")
            continue
        duties = "\n".join(text for _, text in row.all("duties"))
        person = row.text("person")
        values = kept_values(
            role=titled(duties), requirements=duties if len(duties) > 200 else "",
            kind="person" if person else _one_or_many(name),
        )  # fmt: skip
        work.made(
            ChangeDraft(
                "role", name, row.where, row.text("id"),
                work.key(table.form(), row.text("id"), name), values,
                {"person": (titled(person),)} if person else {}, (),
                row.further("id", "name", "duties", "person"),
            )
        )  # fmt: skip

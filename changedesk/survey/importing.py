"""Takes a file of answers in as one change: the same file twice adds nothing."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from changedesk.exchange.making import Taken, taking
from changedesk.exchange.surveys.drafts import (
    AnswerDraft,
    QuestionDraft,
    RespondentDraft,
    SurveyDraft,
    SurveyImport,
)
from changedesk.people.importing import Cast
from changedesk.store import sealed
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import retire
from changedesk.survey.answer_typing import typed
from changedesk.survey.answer_values import OTHER, SKIPPED, fault_of
from changedesk.survey.given import GROUP, LINK, PARTIAL, ROLE, SITE, packed
from changedesk.survey.import_questions import KNOWN_FROM, Matched, share_known, take_questions
from changedesk.survey.import_waves import KnownRows
from changedesk.survey.linking import linked
from changedesk.survey.queries import (
    Asking,
    SurveyRow,
    WaveRow,
    questions,
    survey_row,
    surveys,
    wave_row,
)
from changedesk.survey.records import Response, Survey, Wave
from changedesk.survey.sealing import known_sources, seal, secret_mark, source_mark
from changedesk.survey.wave_order import in_order


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person decided beside how the file is read.

    `wave` is where the answers go; `key` hashes the people's own codes (see `linking`);
    `constructs` names what questions measure together, by their keys in the file.
    """

    wave: int | None = None
    key: bytes | None = None
    constructs: Mapping[str, str] = field(default_factory=dict)


NO_WISHES = Wishes()


def import_answers(
    workspace: Workspace,
    project: int,
    found: SurveyImport,
    wishes: Wishes = NO_WISHES,
    *,
    only_try: bool = False,
) -> Taken:
    """Take in all that a file of answers says; with `only_try` nothing is written.

    A survey is known again by its questions, a response by its id or its answers. Groups that the
    file names are found or made; people are, where the survey is an identified one.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        cast = Cast(workspace, change)
        several = len(found.drafts) > 1
        for place, draft in enumerate(found.drafts):
            title = _title(found.file, draft, several=several, first=place == 0)
            own = _Import(workspace, change, project, draft, cast, wishes, taken)
            own.take(title, draft.sheet if several else "")
        taken.alter("person", cast.finish())
        taken.add("group", cast.made_groups)
        taken.add("person", cast.made_people)
    return taken


def _title(file: str, draft: SurveyDraft, *, several: bool, first: bool) -> str:
    stem = file.rpartition(".")[0] or file
    if not several:
        return draft.title or stem
    return stem if first else f"{stem}: {draft.sheet}"


def survey_known(workspace: Workspace, project: int, draft: SurveyDraft) -> int | None:
    """Return the survey whose questions a file answers; None where none is known."""
    best, share = None, KNOWN_FROM
    for one in surveys(workspace, project):
        known = share_known(draft.questions, questions(workspace, one.id))
        if known >= share and (best is None or known > share):
            best, share = one.id, known
    return best


@dataclass
class _Import:
    """Takes in one sheet of answers within a change."""

    workspace: Workspace
    change: Change
    project: int
    draft: SurveyDraft
    cast: Cast
    wishes: Wishes
    taken: Taken

    def take(self, title: str, wave_title: str) -> None:
        """Find or make the survey, its questions and its waves, and take the responses in."""
        survey = self._survey(title)
        asked = questions(self.workspace, survey.id)
        matched = take_questions(
            self.change, survey.id, self.draft.questions, asked, self.wishes.constructs,
            self.taken,
        )  # fmt: skip
        self._retire(survey, matched)
        if not survey.anonymous and self.wishes.key is None:
            self._warn_of_codes()
        for name, respondents in self._by_wave().items():
            known = KnownRows(self.workspace, survey)
            title = name or wave_title
            wave = self._wave(survey, title, respondents, known)
            # What a column calls a wave holds; without one, rows of before stay where they are.
            shared = [(wave, respondents)] if title else known.shared_out(wave, respondents)
            for place, some in shared:
                rows = [_Row(one, _answers(matched, one)) for one in some]
                self._warn_of_lost(matched, rows)
                (self._seal if survey.anonymous else self._write)(survey, place, rows)

    def _survey(self, title: str) -> SurveyRow:
        if self.wishes.wave is not None:
            return survey_row(self.workspace, wave_row(self.workspace, self.wishes.wave).survey)
        known = survey_known(self.workspace, self.project, self.draft)
        if known is None:
            made = self.change.add(
                Survey(
                    project=self.project, title=title, mode="confidential", status="closed",
                    source_key=self.draft.fingerprint,
                )
            )  # fmt: skip
            self.taken.add("survey")
            known = made.id
        return survey_row(self.workspace, known)

    def _retire(self, survey: SurveyRow, matched: Sequence[Matched]) -> None:
        instead = {one.key: old for one in matched if (old := one.instead_of) is not None}
        made = questions(self.workspace, survey.id) if instead else ()
        for one in made:
            if one.key in instead:
                retire(self.workspace, self.change, instead[one.key].id, one.id)
                self.taken.warnings.append(
                    f"“{instead[one.key].text}” is asked with other words here: “{one.text}” "
                    "begins a series of its own."
                )

    def _warn_of_lost(self, matched: Sequence[Matched], rows: Sequence["_Row"]) -> None:
        for one in matched:
            if one.known is None:
                continue
            lost = sum(
                1
                for row in rows
                if row.said.answers[one.draft.key].options
                and isinstance(row.answers[one.key], dict)
            )
            if lost:
                self.taken.warnings.append(
                    f"“{one.known.text}” takes one answer: {lost} cells hold none that it offers, "
                    "and were left out."
                )

    def _warn_of_codes(self) -> None:
        if any(one.code for one in self.draft.respondents):
            self.taken.warnings.append(
                "People's own codes were left out: they pair waves only with the passphrase of "
                "the survey."
            )

    def _by_wave(self) -> dict[str, list[RespondentDraft]]:
        found: dict[str, list[RespondentDraft]] = defaultdict(list)
        for one in self.draft.respondents:
            found["" if self.wishes.wave else one.wave].append(one)
        names, told = in_order(found)
        if not told:
            listed = ", ".join(names)
            self.taken.warnings.append(
                f"Nothing tells in which order the waves were asked; they stand as in the file: "
                f"{listed}. Where that is wrong, say on which day each one opened."
            )
        return {name: found[name] for name in names}

    # -- waves ------------------------------------------------------------------------------------

    def _wave(
        self, survey: SurveyRow, name: str, respondents: Sequence[RespondentDraft], rows: KnownRows
    ) -> WaveRow:
        if self.wishes.wave is not None:
            return wave_row(self.workspace, self.wishes.wave)
        known = rows.wave_for(name, respondents)
        if known is not None:
            if late := rows.late(known, respondents):
                self.taken.warnings.append(
                    f"{late} answers were given after {known.title} had closed on {known.closes}, "
                    "and were added to it. If they are those of another wave, take this import "
                    "back, open that wave, and take the file again."
                )
            return known
        days = sorted(one.submitted.date().isoformat() for one in respondents if one.submitted)
        made = self.change.add(
            Wave(
                survey=survey.id, title=name or f"Wave {len(rows.waves) + 1}", status="closed",
                opens=days[0] if days else "", closes=days[-1] if days else "", source_key=name,
            )
        )  # fmt: skip
        self.taken.add("wave")
        return wave_row(self.workspace, made.id)

    # -- responses --------------------------------------------------------------------------------

    def _write(self, survey: SurveyRow, wave: WaveRow, rows: Sequence["_Row"]) -> None:
        there = {
            row.source_id: row
            for row in self.workspace.rows(
                Response.select(Response.id, Response.source_id, Response.answers, Response.partial)
                .where((Response.wave == wave.id) & (Response.source_id != ""))
                .order_by(Response.id)
            )
        }
        fresh: list[dict[str, Any]] = []
        went_on = 0
        for row in rows:
            mark = source_mark(wave, row.said.identity)
            text, partial = packed(row.answers), not row.said.complete
            known = there.get(mark)
            if known is not None and (known.answers, bool(known.partial)) == (text, partial):
                self.taken.unchanged += 1
                continue
            went_on += known is not None
            fresh.append(
                {
                    "wave": wave.id, "source_id": mark, "answers": text, "partial": partial,
                    "channel": "import", "answered": row.answered,
                    "continues": known.id if known is not None else None,
                    **self._facts(survey, row.said),
                }
            )  # fmt: skip
        self.change.add_many(Response, fresh)
        self.taken.add("response", len(fresh) - went_on)
        self.taken.alter("response", went_on)

    def _facts(self, survey: SurveyRow, said: RespondentDraft) -> dict[str, Any]:
        group = self.cast.group(said.group)
        person = None
        if survey.mode == "identified" and (said.name or said.email):
            told = {"email": said.email, "role": said.role, "site": said.site}
            person = self.cast.person(said.name or said.email, told, group)
        return {
            "group": group, "person": person, "site": said.site, "role": said.role,
            "submitted": _ms(said.submitted), "seconds": said.seconds,
            "link_code": self._link(said),
        }  # fmt: skip

    def _link(self, said: RespondentDraft) -> str:
        return linked(self.wishes.key, said.code) if self.wishes.key and said.code else ""

    def _seal(self, survey: SurveyRow, wave: WaveRow, rows: Sequence["_Row"]) -> None:
        known = known_sources(self.workspace, wave)
        fresh = {secret_mark(wave, row.said.identity): row for row in rows}
        fresh = {mark: row for mark, row in fresh.items() if mark not in known}
        self.taken.unchanged += len(rows) - len(fresh)
        if not fresh:
            return
        if len(fresh) < survey.min_cell:
            self.taken.warnings.append(
                f"{len(fresh)} new answers were left out: {survey.code} is anonymous, and takes "
                f"at least {survey.min_cell} at once. Import the file again when more are in it."
            )
            return
        texts = [self._sealed_text(row) for row in fresh.values()]
        secrets.SystemRandom().shuffle(texts)
        with self.workspace.connected() as sql:
            keys = sealed.add(sql, wave.uid, texts)
        seal(self.workspace, self.change, wave, keys, fresh)
        self.taken.add("response", len(fresh))

    def _sealed_text(self, row: "_Row") -> str:
        group = self.cast.group(row.said.group)
        about = {
            GROUP: self.workspace.uid_of(group) if group else "", SITE: row.said.site,
            ROLE: row.said.role, LINK: self._link(row.said), PARTIAL: not row.said.complete,
        }  # fmt: skip
        return packed(row.answers | {name: value for name, value in about.items() if value})


@dataclass(frozen=True, slots=True)
class _Row:
    said: RespondentDraft
    answers: dict[str, Any]

    @property
    def answered(self) -> int:
        """Return how many questions have an answer."""
        return sum(
            not isinstance(answer, Mapping) and not key.endswith(OTHER)
            for key, answer in self.answers.items()
        )


def _answers(matched: Sequence[Matched], said: RespondentDraft) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in matched:
        answer = said.answers[one.draft.key]
        found[one.key] = (
            _value(one.draft, answer, one.values)
            if one.known is None
            else _one_value(one.known, answer)
        )
        if answer.other:
            found[one.key + OTHER] = answer.other
    return found


def _one_value(known: Asking, answer: AnswerDraft) -> Any:
    if answer.missing:
        return {"missing": answer.missing}
    said = typed(known, " ".join(answer.options) or answer.text)
    fits = isinstance(said, str) and bool(said) and fault_of(known, said) is None
    return said if fits else {"missing": SKIPPED}


def _value(draft: QuestionDraft, answer: AnswerDraft, values: Mapping[str, str]) -> Any:
    if answer.missing:
        return {"missing": answer.missing}
    chosen = [values.get(code, code) for code in answer.options]
    if draft.kind in ("multi", "rank"):
        return chosen if chosen or draft.base == "all" else {"missing": SKIPPED}
    if chosen:
        return chosen[0]
    if answer.number is not None and draft.kind not in ("text", "date"):
        return f"{answer.number:.15g}"
    return answer.text or {"missing": SKIPPED}


def _ms(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.astimezone().timestamp() * 1000)

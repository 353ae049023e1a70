"""Decides which column is which field: by what a person chose, by heading, and by content."""

import re
from collections.abc import Mapping, Sequence

from changedesk.exchange import outcomes
from changedesk.exchange.column_cells import (
    are_numbers,
    count_steps,
    is_done,
    is_flag_cell,
    is_wordy,
    looks_like_code,
    samples,
)
from changedesk.exchange.dates import looks_like_date
from changedesk.exchange.headings import FIELDS, Heading, fields_of, normal
from changedesk.exchange.references import column_number
from changedesk.exchange.step_columns import settled, step_columns
from changedesk.exchange.steps import split
from changedesk.exchange.table_columns import IGNORE, ROUND_FIELDS, Columns, How, Round
from changedesk.exchange.tester_names import is_column_of
from changedesk.exchange.trial_columns import trial_columns
from changedesk.store.errors import UserError

_SCRIPT_STATUSES = {
    "draft", "ready", "approved", "active", "design", "review", "reviewed", "in review", "new",
    "deprecated", "retired", "final", "actual", "obsolete", "rascunho", "entwurf", "aprovado",
}  # fmt: skip


def recognise(
    headings: Sequence[Heading], body: Sequence[Sequence[str]], chosen: Mapping[str, str]
) -> Columns:
    """Return the columns of a table; `chosen` maps a heading or a letter to a field.

    Raises `UserError` for a field that does not exist.
    """
    work = _Recognition(tuple(headings), body)
    work.find_numbered()
    work.take_chosen(chosen)
    work.take_numbered()
    work.take_flags()
    work.take_by_heading()
    work.take_trials()
    work.settle_results()
    work.settle_step_texts()
    work.settle_title_and_steps()
    work.take_testers()
    work.take_by_content()
    return work.finish()


class _Recognition:
    """The state while columns are handed out; each column goes to one field only."""

    def __init__(self, headings: tuple[Heading, ...], body: Sequence[Sequence[str]]) -> None:
        self.columns = Columns(headings)
        self.samples = [samples(body, index) for index in range(len(headings))]
        self.candidates = [self.candidates_of(heading) for heading in headings]
        self.waiting: dict[str, list[int]] = {}

    def candidates_of(self, heading: Heading) -> tuple[tuple[str, int], ...]:
        if heading.above and outcomes.fold(heading.text) in {"yes", "no", "y", "n"}:
            return ()
        return fields_of(heading.text) or fields_of(heading.above)

    def give(self, index: int, name: str, how: How) -> None:
        """Put a column into a field; results of further cycles open a new round."""
        columns = self.columns
        columns.how[index] = (name, how)
        if name == IGNORE:
            return
        if name == "area":
            columns.areas.append(index)
        elif name in ROUND_FIELDS:
            self.round_for(index, name).fields[name] = index
        else:
            columns.fields[name] = index

    def round_for(self, index: int, name: str) -> Round:
        """Return the round a result column belongs to: same cell above, else the first free."""
        rounds = self.columns.rounds
        above = self.columns.headings[index].above
        for known in rounds:
            if known.label == above and name not in known.fields:
                return known
        rounds.append(Round(above))
        return rounds[-1]

    def has(self, name: str) -> bool:
        """Tell whether a field has its column."""
        if name in ROUND_FIELDS:
            return any(name in r.fields for r in self.columns.rounds)
        if name == "area":
            return bool(self.columns.areas)
        beside = self.columns.numbered.values()
        return name in self.columns.fields or any(name in columns for columns in beside)

    def free(self, index: int) -> bool:
        return index not in self.columns.how

    def take_chosen(self, chosen: Mapping[str, str]) -> None:
        """Give the columns that a person named by heading or by letter."""
        for key, name in chosen.items():
            if name not in FIELDS and name != IGNORE:
                raise UserError(
                    f'There is no field "{name}"; the fields are {", ".join(FIELDS)} and {IGNORE}.'
                )
            index = self.find(key)
            field = "outcome" if name == "result" else name
            if index is not None and self.free(index) and not self.is_numbered(index, field):
                self.give(index, field, "chosen")

    def find_numbered(self) -> None:
        """Find steps side by side, unless one column holds the steps or all of them are results."""
        found = step_columns(self.columns.headings)
        own = {column for columns in found.values() for column in columns.values()}
        for index, candidates in enumerate(self.candidates if found else ()):
            steps = index not in own and "steps" in dict(candidates)
            if steps and any(map(is_done, self.samples[index])):
                return
        does = [text for c in found.values() for text in self.samples[c["steps"]]]
        if sum(map(is_done, does)) < 0.5 * len(does):
            return
        said = [text for c in found.values() if "result" in c for text in self.samples[c["result"]]]
        share = sum(map(outcomes.is_result, said)) / len(said) if said else 0.0
        self.columns.numbered = settled(found, share, any(said))

    def is_numbered(self, index: int, name: str) -> bool:
        """Tell whether a person named what the column is anyhow; any other choice takes it out."""
        for columns in self.columns.numbered.values():
            if columns.get(name) == index:
                return True
            for known in [field for field, column in columns.items() if column == index]:
                del columns[known]
        return False

    def take_numbered(self) -> None:
        """Give the columns of the steps that stand side by side."""
        for columns in self.columns.numbered.values():
            for name, index in columns.items():
                self.columns.how[index] = (name, "heading")

    def find(self, key: str) -> int | None:
        wanted = normal(key)
        for index, heading in enumerate(self.columns.headings):
            if wanted and wanted in {normal(heading.label), normal(heading.text)}:
                return index
        if re.fullmatch(r"[A-Z]{1,3}", key.strip()):
            index = column_number(key.strip())
            return index if index < len(self.columns.headings) else None
        return None

    def take_flags(self) -> None:
        """Take columns headed by a result word, such as Pass and Fail, where cells are ticked."""
        for index, heading in enumerate(self.columns.headings):
            meaning = outcomes.heading_meaning(heading.text)
            if meaning is None or not self.free(index):
                continue
            if not all(is_flag_cell(text, meaning) for text in self.samples[index]):
                continue
            alone = not any(
                outcomes.heading_meaning(other.text) not in {None, meaning}
                for other in self.columns.headings
            )
            if alone and (not self.samples[index] or outcomes.are_both_marks(self.samples[index])):
                continue
            label = heading.above
            known = next((r for r in self.columns.rounds if r.label == label), None)
            if known is None:
                known = Round(label)
                self.columns.rounds.append(known)
            known.flags.append((meaning, index))
            self.columns.how[index] = (f"flag:{meaning}", "heading")

    def take_by_heading(self) -> None:
        """Give columns whose heading is known, the surest headings first."""
        wishes = [
            (-weight, not self.samples[index], index, name)
            for index, candidates in enumerate(self.candidates)
            for name, weight in candidates
        ]
        for *_, index, name in sorted(wishes):
            if not self.free(index):
                continue
            if name in {"result", "scenario", "description", "acceptance"}:
                self.waiting.setdefault(name, []).append(index)
            elif name in {"step_number", "steps"}:
                self.take_steps(index, name)
            elif name == "id":
                self.take_id(index)
            elif name == "area":
                if len(self.columns.areas) < 3:
                    self.give(index, name, "heading")
            elif name in ROUND_FIELDS:
                self.take_round_field(index, name)
            elif name not in self.columns.fields:
                self.give(index, name, "heading")

    def take_steps(self, index: int, name: str) -> None:
        """Tell a column of step numbers from one of step texts by what it holds."""
        numbers = count_steps(self.samples[index])
        if name == "step_number" and not numbers:
            return
        name = "step_number" if numbers else name
        if not self.has(name):
            self.give(index, name, "heading")

    def take_id(self, index: int) -> None:
        """Prefer ids with letters over a column that only counts rows."""
        current = self.columns.fields.get("id")
        if current is None:
            self.give(index, "id", "heading")
            return
        if self.columns.how[current][1] == "chosen":
            return
        if are_numbers(self.samples[current]) and not are_numbers(self.samples[index]):
            self.columns.how[current] = (IGNORE, "heading")
            self.give(index, "id", "heading")
        elif are_numbers(self.samples[index]):
            self.columns.how[index] = (IGNORE, "heading")

    def take_round_field(self, index: int, name: str) -> None:
        if name == "outcome" and self.is_script_status(index):
            return
        above = self.columns.headings[index].above
        same = [r for r in self.columns.rounds if r.label == above and name in r.fields]
        if same and (name in {"comment", "tester"} or not above):
            if name != "outcome" or self.result_share(index) == 0:
                return
            self.give(index, name, "heading")
            return
        self.give(index, name, "heading")

    def is_script_status(self, index: int) -> bool:
        """Tell a column of Draft and Approved from one of Pass and Fail."""
        folded = {outcomes.fold(text) for text in self.samples[index]}
        return bool(folded & _SCRIPT_STATUSES) and self.result_share(index) < 0.2

    def result_share(self, index: int) -> float:
        texts = self.samples[index]
        return sum(map(outcomes.is_result, texts)) / len(texts) if texts else 0.0

    def settle_results(self) -> None:
        """Decide what a column headed "Result" is, by what its cells hold."""
        for index in self.waiting.get("result", ()):
            if not self.free(index):
                continue
            texts = self.samples[index]
            if self.result_share(index) >= 0.2 or outcomes.are_signs(texts):
                name = "outcome"
            elif texts:
                name = "actual" if self.has("expected") or self.has("outcome") else "expected"
            else:
                name = "actual" if self.has("outcome") else "outcome"
            above = self.columns.headings[index].above
            if any(name in r.fields for r in self.columns.rounds if r.label == above):
                continue
            if not (name == "expected" and self.has("expected")):
                self.give(index, name, "content" if texts else "heading")

    def take_trials(self) -> None:
        """Give the columns that say how often a step is tried, and how many tries must pass."""
        found = trial_columns(self.columns.headings, self.samples)
        for name, index in found.items():
            if self.free(index) and not self.has(name):
                self.give(index, name, "heading")

    def settle_step_texts(self) -> None:
        """Where a column counts the steps, find that of their texts, whatever its language.

        Its heading holds the other's word ("Paso", "Descripción del paso"), or it stands beside.
        """
        number = self.columns.fields.get("step_number")
        if number is None or self.has("steps"):
            return
        headings = self.columns.headings
        roots = [word for word in normal(headings[number].text).split() if len(word) > 2]
        alike, beside = [], []
        for index in range(len(headings)):
            if not self.free(index) or not any(map(is_wordy, self.samples[index])):
                continue
            if any(root in normal(headings[index].text) for root in roots):
                alike.append(index)
            elif index == number + 1 and not self.candidates[index]:
                beside.append(index)
        for index in (*alike, *beside)[:1]:
            self.give(index, "steps", "content")

    def settle_title_and_steps(self) -> None:
        """Lay scenario, description and criteria on title and steps, as far as these are free."""
        scenario, description, acceptance = (
            [index for index in self.waiting.get(name, ()) if self.free(index)]
            for name in ("scenario", "description", "acceptance")
        )
        self.correct_title()
        if scenario and not self.has("steps"):
            rest = [*description, *acceptance]
            if self.has("title") or rest or self.is_list(scenario[0]):
                self.give(scenario.pop(0), "steps", "heading")
        if description and not self.has("steps") and self.has("title"):
            self.give(description.pop(0), "steps", "heading")
        for pool in (scenario, description, acceptance):
            if pool and not self.has("title"):
                # A user story stands on several rows, each scenario of it on one.
                pool.sort(key=lambda index: -len(set(self.samples[index])))
                self.give(pool.pop(0), "title", "heading")
        if acceptance and not self.has("expected"):
            self.give(acceptance.pop(0), "expected", "heading")
        if scenario and not self.has("area"):
            self.give(scenario.pop(0), "area", "heading")

    def correct_title(self) -> None:
        """A column "Test case" full of codes is the id where no other id is."""
        title = self.columns.fields.get("title")
        if title is None or self.columns.how[title][1] == "chosen" or self.has("id"):
            return
        texts = self.samples[title]
        if texts and sum(map(looks_like_code, texts)) >= 0.8 * len(texts):
            del self.columns.fields["title"]
            self.give(title, "id", "content")
            named = [i for i, found in enumerate(self.candidates) if "title" in dict(found)]
            for index in [i for i in named if self.free(i)][:1]:
                self.give(index, "title", "heading")

    def is_list(self, index: int) -> bool:
        texts = self.samples[index]
        return sum(len(split(text)) > 1 for text in texts) > len(texts) / 2

    def take_testers(self) -> None:
        """Take columns headed by names, where each tester wrote his results in his own."""
        if any(r.has_outcome for r in self.columns.rounds):
            return
        found = [
            index
            for index, heading in enumerate(self.columns.headings)
            if self.free(index) and is_column_of(heading.label, self.samples[index])
        ]
        for index in found if len(found) > 1 else ():
            label = self.columns.headings[index].label
            self.columns.rounds.append(Round(label, {"outcome": index}))
            self.columns.how[index] = ("outcome", "content")

    def take_by_content(self) -> None:
        """Look at cells where headings said nothing: results, step lists, ids."""
        for index, texts in enumerate(self.samples):
            if not self.free(index) or self.candidates[index] or len(texts) < 2:
                continue
            name = self.content_field(index, texts)
            if name:
                self.give(index, name, "content")

    def content_field(self, index: int, texts: list[str]) -> str:
        few = len({outcomes.fold(text) for text in texts}) <= 8
        decided = any(outcomes.read(text).outcome in {"pass", "fail"} for text in texts)
        flags = any(r.flags for r in self.columns.rounds)
        wanted = not self.has("outcome") and not flags
        if wanted and few and decided and self.result_share(index) >= 0.8:
            return "outcome"
        if not self.has("steps") and self.is_list(index):
            return "steps"
        codes = all(looks_like_code(text) and not looks_like_date(text) for text in texts)
        return "id" if codes and not self.has("id") and len(set(texts)) == len(texts) else ""

    def finish(self) -> Columns:
        columns = self.columns
        columns.areas.sort()
        columns.rounds.sort(key=lambda r: min([*r.fields.values(), *(c for _, c in r.flags)]))
        if "title" not in columns.fields:
            self.take_any_title()
        columns.further = [
            index
            for index, heading in enumerate(columns.headings)
            if self.free(index) and (heading.label or self.samples[index])
        ]
        return columns

    def take_any_title(self) -> None:
        """Without a title, take the first unknown column of short, mostly different texts."""
        if not (self.has("steps") or self.has("outcome")):
            return
        for index, texts in enumerate(self.samples):
            if self.free(index) and not self.candidates[index] and len(texts) >= 2:
                short = all(len(text) <= 200 for text in texts)
                if short and len(set(texts)) > 0.7 * len(texts) and not are_numbers(texts):
                    self.give(index, "title", "content")
                    return

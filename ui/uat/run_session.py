"""What run mode is about: a queue of runs, the step at hand, and what each key does to them.

No widget in here. Everything that a key needs is in memory, so that the one thing done between
two steps is the durable write.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from changedesk.store.workspace import Workspace
from changedesk.uat import capture, queries
from changedesk.uat.pictures import Picture
from changedesk.uat.queries import ResultRow, RunRow, RunSheet, StepRow
from ui.uat.run_queue import Figures, Place, Queue
from ui.uat.run_steps import WHOLE, counted, learned, next_try, with_steps


class _Told(TypedDict):
    actual: str
    tester: int | None
    duration: int | None
    pictures: Sequence[Picture]
    initiator: object


class RunSession:
    """A tester's way through a queue of runs.

    `record` writes; every other method only moves. `ended` says that nothing is left to do.
    """

    def __init__(
        self,
        workspace: Workspace,
        queue: Queue,
        at: Place | None = None,
        sheets: Sequence[RunSheet] = (),
    ) -> None:
        self._workspace = workspace
        self._runs = list(queue.runs)
        self._sheets: dict[int, RunSheet] = {}
        self._seen: dict[int, Place] = {}
        self._present: dict[int, set[int]] = {}
        self._news: set[int] = set()
        self._run = 0
        self._step = 0
        self._try: tuple[Place, int] | None = None
        self.cycle = queue.cycle
        self.tester = queue.tester
        self.ended = False
        self.writes = 0
        self.changes = 0
        for sheet in sheets:
            self.keep(sheet)
        if at is None or not self.go(at):
            self._to_first_open()

    # -- where we are -------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Tell whether there is no run to work on."""
        return not self._runs

    @property
    def runs(self) -> Sequence[RunRow]:
        """Return the queue with its counts as they are now."""
        return self._runs

    @property
    def run(self) -> RunRow:
        """Return the run at hand."""
        return self._runs[self._run]

    @property
    def sheet(self) -> RunSheet:
        """Return the run at hand with its steps."""
        return self.sheet_of(self.run.id)

    @property
    def step(self) -> StepRow:
        """Return the step at hand."""
        return self.sheet.steps[self._step]

    @property
    def step_index(self) -> int:
        """Return the place of the step at hand within its run, from 0."""
        return self._step

    @property
    def place(self) -> Place:
        """Return the step at hand by its keys."""
        return Place(self.run.id, self.step.id)

    @property
    def trial(self) -> int | None:
        """Return which try of a trial step the next key records; None for any other step.

        The first one that is not in, unless another was chosen to be corrected.
        """
        if self.step.tally is None:
            return None
        if self._try is not None and self._try[0] == self.place:
            return self._try[1]
        return next_try(self.step)

    @property
    def result(self) -> ResultRow | None:
        """Return what was recorded at the step at hand; at the try at hand of a trial step.

        The last one where a trial step is decided and no try was chosen.
        """
        step, trial = self.step, self.trial
        chosen = self._try is not None and self._try[0] == self.place
        if step.tally is None or (step.outcome and not chosen):
            return step.result
        return next((one for one in step.tries if one.trial == trial), None)

    @property
    def queue(self) -> Queue:
        """Return the queue with its counts as they are now."""
        return Queue(self.cycle, self.tester, tuple(self._runs))

    @property
    def figures(self) -> Figures:
        """Return the figures of the footer."""
        done = sum(min(run.done, run.steps) for run in self._runs)
        return Figures(
            run=self._run + 1,
            runs=len(self._runs),
            step=self._step + 1,
            steps=self.run.steps,
            steps_done=self.run.done,
            session_steps=sum(run.steps for run in self._runs),
            session_done=done,
            failed=sum(run.failed for run in self._runs),
        )

    # -- sheets -------------------------------------------------------------------------------

    def sheet_of(self, run: int) -> RunSheet:
        """Return a run with its steps, from memory if it was read before."""
        sheet = self._sheets.get(run)
        if sheet is None:
            sheet = queries.run_sheet(self._workspace, run)
            self.keep(sheet)
        return sheet

    def keep(self, sheet: RunSheet) -> None:
        """Remember a sheet that was read, in a worker say."""
        whole = not sheet.steps
        now = {result.id for result in sheet.results}
        self._news |= self._present.get(sheet.run.id, now) ^ now
        self._present[sheet.run.id] = now
        self._sheets[sheet.run.id] = with_steps(sheet)
        for result in sheet.results:
            if result.step is not None or whole:
                self._seen[result.id] = Place(sheet.run.id, result.step or WHOLE)

    def offer(self, sheet: RunSheet) -> None:
        """Remember a sheet that was read ahead, unless the run has been looked at since."""
        if sheet.run.id not in self._sheets:
            self.keep(sheet)

    def coming(self, count: int = 3) -> list[int]:
        """Return the next runs of the queue that were not read yet."""
        ahead = self._runs[self._run + 1 : self._run + 1 + count]
        return [run.id for run in ahead if run.id not in self._sheets]

    # -- recording ----------------------------------------------------------------------------

    def record(
        self,
        outcome: str,
        *,
        actual: str = "",
        seconds: int | None = None,
        pictures: Sequence[Picture] = (),
        initiator: object = None,
    ) -> int:
        """Record the result of the step, or of the try, at hand; durable when it returns its key.

        Raises what the store raises; then nothing here has moved.
        """
        run, step = self.run, self.step
        tester = self.tester if self.tester > 0 else run.tester
        told: _Told = {
            "actual": actual,
            "tester": tester,
            "duration": seconds,
            "pictures": pictures,
            "initiator": initiator,
        }
        trial = self.trial if outcome in capture.TRIED else None
        if step.tally is not None:
            key = capture.record_try(self._workspace, run.id, step.id, outcome, trial=trial, **told)
        else:
            key = capture.record_result(self._workspace, run.id, step.id or None, outcome, **told)
        self._try = None
        self._learn(key, outcome, actual, seconds, len(pictures), trial)
        return key

    def describe(self, words: str, *, initiator: object = None) -> int | None:
        """Put words to the result of the step at hand; return its key, None if there is none.

        It is recorded anew with them: results are events, what was there stays in the history.
        """
        result = self.result
        if result is None or result.actual == words:
            return None
        key = capture.describe_result(self._workspace, result.id, words, initiator=initiator)
        self._learn(key, result.outcome, words, result.duration, result.pictures, result.trial)
        return key

    def _learn(
        self,
        key: int,
        outcome: str,
        actual: str,
        seconds: int | None,
        pictures: int,
        trial: int | None = None,
    ) -> None:
        self.writes += 1
        self.ended = False
        sheet, step = self.sheet, self.step
        self._seen[key] = Place(sheet.run.id, step.id)
        self._present[sheet.run.id].add(key)
        if sheet.whole is not None:
            # A verdict on the whole run decides other steps too: read it anew.
            self.forget([sheet.run.id])
            self._runs[self._run] = self.sheet.run
            return
        told = ResultRow(
            key, "", step.id, outcome, actual, "", sheet.run.tester_name, None, seconds, pictures,
            standing=True, trial=trial,
        )  # fmt: skip
        steps = list(sheet.steps)
        steps[self._step] = learned(step, told)
        self._sheets[sheet.run.id] = replace(sheet, steps=tuple(steps))
        self._runs[self._run] = counted(self.run, steps)

    def pictures_at(self, place: Place) -> int:
        """Return how many pictures the result of a step has."""
        sheet = self._sheets.get(place.run)
        steps = sheet.steps if sheet is not None else ()
        found = [s.result.pictures for s in steps if s.id == place.step and s.result is not None]
        return found[0] if found else 0

    def count_picture(self, place: Place) -> None:
        """Note that a picture was kept with the result of a step."""
        sheet = self._sheets.get(place.run)
        if sheet is None:
            return
        steps = tuple(
            replace(step, result=replace(step.result, pictures=step.result.pictures + 1))
            if step.id == place.step and step.result is not None
            else step
            for step in sheet.steps
        )
        self._sheets[place.run] = replace(sheet, steps=steps)

    # -- moving -------------------------------------------------------------------------------

    def advance(self) -> None:
        """Go to the next step without a result; where none is left, the session has ended."""
        if self._open_step(self._step + 1) or self._open_step(0):
            return
        count = len(self._runs)
        for offset in range(1, count + 1):
            index = (self._run + offset) % count
            run = self._runs[index]
            if run.done < run.steps and not run.final:
                self._run, self._step = index, 0
                if self._open_step(0):
                    return
        self.ended = True

    def _open_step(self, start: int) -> bool:
        if self.run.final:
            return False
        for index in range(start, len(self.sheet.steps)):
            if not self.sheet.steps[index].outcome:
                self._step = index
                return True
        return False

    def back(self) -> bool:
        """Go one step back, into the run before if need be; False at the very beginning."""
        if self.ended:
            self.ended = False
            return True
        return self.move(-1)

    def move(self, by: int) -> bool:
        """Go some steps down or up, across runs; False where there is none."""
        target = self._step + by
        if 0 <= target < len(self.sheet.steps):
            self._step = target
        elif not self.move_run(1 if by > 0 else -1):
            return False
        elif by < 0:
            self._step = len(self.sheet.steps) - 1
        self.ended = False
        return True

    def move_try(self, by: int) -> bool:
        """Choose a try of the trial step at hand that is in, to correct it; False without one."""
        step, now = self.step, self.trial
        numbers = [one.trial for one in step.tries if one.trial is not None]
        open_try = next_try(step)
        places = sorted({*numbers, *([open_try] if open_try is not None else [])})
        if step.tally is None or not places:
            return False
        place = places.index(now) if now in places else len(places)
        chosen = places[max(0, min(place + by, len(places) - 1))]
        self._try = (self.place, chosen) if chosen != open_try else None
        return True

    def move_run(self, by: int) -> bool:
        """Go to the first open step of a run further down or up; False where there is none."""
        target = self._run + by
        if not 0 <= target < len(self._runs):
            return False
        self._run, self._step, self.ended = target, 0, False
        self._open_step(0)
        return True

    def go(self, place: Place) -> bool:
        """Go to a step; to its run's first open one when the step is not there; False without."""
        for index, run in enumerate(self._runs):
            if run.id == place.run:
                self._run, self._step, self.ended = index, 0, False
                keys = [step.id for step in self.sheet.steps]
                if place.step in keys:
                    self._step = keys.index(place.step)
                else:
                    self._open_step(0)
                return True
        return False

    def _to_first_open(self) -> None:
        for index, run in enumerate(self._runs):
            if run.done < run.steps and not run.final:
                self._run, self._step = index, 0
                if self._open_step(0):
                    return
        self.ended = bool(self._runs)

    # -- what others do -----------------------------------------------------------------------

    def forget(self, runs: Sequence[int]) -> None:
        """Drop what is remembered of runs: it was changed."""
        for run in runs:
            self._sheets.pop(run, None)

    def take_news(self, results: frozenset[int]) -> frozenset[int]:
        """Return which of these results came or went by other hands, each only once.

        What was read may be ahead of what was told: the results of a change that is not told yet
        wait here until it is.
        """
        news = results & self._news
        self._news -= news
        return news

    def concerned(self, results: frozenset[int]) -> Place | None:
        """Return the step that one of these results belongs to, if it was ever seen here."""
        for key in sorted(results, reverse=True):
            if key in self._seen:
                return self._seen[key]
        return None

    def mark_ended(self) -> None:
        """Note that the run at hand was ended by its tester."""
        self._runs[self._run] = replace(self.run, final=True)

    def renew(self, queue: Queue, sheets: Sequence[RunSheet]) -> None:
        """Take in the queue as it is now, and stay at the step at hand if it is still there."""
        here = self.place if self._runs else None
        ended = self.ended
        self.cycle = queue.cycle
        self._runs = list(queue.runs)
        self._sheets.clear()
        for sheet in sheets:
            self._present.setdefault(sheet.run.id, set())
            self.keep(sheet)
        self._run = min(self._run, max(0, len(self._runs) - 1))
        self._step = 0
        if here is None or not self.go(here):
            self._to_first_open()
        if ended and all(run.final or run.done >= run.steps for run in self._runs):
            self.ended = True

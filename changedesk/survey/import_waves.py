"""Into which wave the rows of a file go: exports of most tools hold what was there before, too."""

from collections.abc import Callable, Mapping, Sequence

from changedesk.exchange.surveys.drafts import RespondentDraft
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import SurveyRow, WaveRow, waves
from changedesk.survey.records import Response
from changedesk.survey.sealing import known_sources, secret_mark, source_mark

Rows = Sequence[RespondentDraft]


class KnownRows:
    """Knows which rows of a file were taken in before, and into which wave of a survey."""

    def __init__(self, workspace: Workspace, survey: SurveyRow) -> None:
        self._workspace = workspace
        self.waves = waves(workspace, survey.id)
        self._mark: Callable[[WaveRow, str], str] = secret_mark if survey.anonymous else source_mark
        self._marks = {one.id: known_sources(workspace, one) for one in self.waves}
        self._homes: dict[str, WaveRow | None] = {}
        told = Response.select(Response.wave, Response.source_id)
        for row in workspace.rows(told.where(Response.wave.in_(list(self._marks)))):
            self._marks[row.wave].add(row.source_id)

    def home_of(self, row: RespondentDraft) -> WaveRow | None:
        """Return the wave that a row was taken into before; None for a new one."""
        known = row.identity
        if known not in self._homes:
            self._homes[known] = next(
                (one for one in self.waves if self._mark(one, known) in self._marks[one.id]), None
            )
        return self._homes[known]

    def wave_for(self, name: str, rows: Rows) -> WaveRow | None:
        """Return the wave for rows that are new: that of the name, the one that waits for answers,
        else the last one that has rows of the file; None where there is none.
        """
        for one in self.waves:
            if name and name.casefold() in (one.title.casefold(), one.code.casefold()):
                return one
        opened = [one for one in self.waves if one.status == "open"]
        if not name and len(opened) == 1:
            return opened[0]
        homes = {home.id for row in rows if (home := self.home_of(row)) is not None}
        known = [one for one in self.waves if one.id in homes]
        if known:
            return known[-1]
        blank = [one for one in self.waves if one.status == "planned" and not self._marks[one.id]]
        return blank[0] if blank and not name else None

    def shared_out(self, wave: WaveRow, rows: Rows) -> list[tuple[WaveRow, Rows]]:
        """Return the new rows with the wave they go to, and those of before with their own."""
        by_wave: dict[int, list[RespondentDraft]] = {wave.id: []}
        found: Mapping[int, WaveRow] = {wave.id: wave, **{one.id: one for one in self.waves}}
        for row in rows:
            home = self.home_of(row) or wave
            by_wave.setdefault(home.id, []).append(row)
        return [(found[key], some) for key, some in by_wave.items() if some]

    def late(self, wave: WaveRow, rows: Rows) -> int:
        """Return how many new rows were given on a later day than a wave was closed."""
        if wave.status != "closed" or not wave.closes:
            return 0
        return sum(
            one.submitted is not None
            and one.submitted.date().isoformat() > wave.closes
            and self.home_of(one) is None
            for one in rows
        )

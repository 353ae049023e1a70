"""Lines of the history in words: what a version, a run or a result is, and what it says."""

from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.cli.output import plain
from changedesk.people.links import told_links
from changedesk.store import heads
from changedesk.store.clock import local_moment
from changedesk.store.fields import Kind
from changedesk.store.history import HistoryLine, record_names
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.workspace import Workspace
from changedesk.uat.words import OUTCOMES, labelled

_REFERENCES = ("run", "step", "result", "version", "script", "cycle", "tester")


class Teller:
    """Tells lines of the history; reads once what their records say and refer to."""

    def __init__(self, workspace: Workspace, lines: Sequence[HistoryLine]) -> None:
        self._workspace = workspace
        keys = {line.record_id for line in lines}
        with workspace.connected() as sql:
            self._values: dict[int, Mapping[str, Any]] = {}
            while keys:
                found = heads.journal_values(sql, workspace.schema, keys)
                self._values |= {key: own for some in found.values() for key, own in some.items()}
                keys = {
                    values[name]
                    for some in found.values()
                    for values in some.values()
                    for name in _REFERENCES
                    if values.get(name) is not None
                } - self._values.keys()
            self._names = record_names(sql, workspace.schema, set(self._values))
        self._links = told_links(
            workspace, {line.record_id for line in lines if line.type_name == "link"}
        )

    def line(self, line: HistoryLine) -> str:
        """Return a line for people."""
        who = f"{local_moment(line.when_ms)}  {plain(line.who)}"
        return f"{who}  {plain(self.name(line))}  {self.told(line)}"

    def name(self, line: HistoryLine) -> str:
        """Return what the record of a line is called."""
        values = self._values.get(line.record_id, {})
        match line.type_name:
            case "script_version":
                return f"{self._script(values)} version {values['number']}"
            case "step":
                return f"{self._script(self._of(values, 'version'))} step {values['position']}"
            case "run":
                return f"{self._script(values)} run {values['attempt']}{self._where(values)}"
            case "step_result":
                return f"{self._place(values)}, result"
            case "evidence":
                return f"{self._place(self._of(values, 'result'))}, evidence {values['name']}"
            case "link":
                return self._links.get(line.record_id, line.record)
        return line.record

    def told(self, line: HistoryLine) -> str:
        """Return what happened to it."""
        if line.field:
            return self._changed(line)
        values = self._values.get(line.record_id, {})
        if line.type_name == "step_result":
            said = [labelled(OUTCOMES, values["outcome"]), values["actual"], values["comment"]]
            result = ": ".join(plain(part) for part in said if part)
            return result if line.what == "made" else f"{line.what} ({result})"
        if line.type_name == "step" and line.what == "made":
            return f"made: {plain(values['do'])}"
        return line.what

    def _changed(self, line: HistoryLine) -> str:
        spec = spec_of(self._workspace.schema.by_name[line.type_name])
        field = spec.field(line.field)
        old, new = (_worded(field, text) for text in (line.old, line.new))
        if line.old == line.new:
            return f"{field.label}: changed, and put back to {new or '(empty)'}"
        return f"{field.label}: {old or '(empty)'} → {new or '(empty)'}"

    def _of(self, values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        return self._values.get(values.get(name) or 0, {})

    def _script(self, values: Mapping[str, Any]) -> str:
        return self._names.get(values.get("script") or 0, "")

    def _place(self, result: Mapping[str, Any]) -> str:
        run, step = self._of(result, "run"), self._of(result, "step")
        at = f" step {step['position']}" if step else ""
        return f"{self._script(run)}{at}{self._where(run)}"

    def _where(self, run: Mapping[str, Any]) -> str:
        cycle = self._names.get(run.get("cycle") or 0, "")
        tester = self._names.get(run.get("tester") or 0, "")
        return f"{f' in {cycle}' if cycle else ''}{f' by {tester}' if tester else ''}"


def _worded(field: FieldSpec, text: str) -> str:
    if field.kind is Kind.MOMENT and text:
        return local_moment(int(text))
    if field.kind is Kind.YES_NO and text:
        return "Yes" if text == "1" else "No"
    words = {choice.code: choice.label for choice in field.choices}
    return plain(words.get(text, text))

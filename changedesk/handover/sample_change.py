"""The change side of the sample: stakeholders, impacts, messages, readings of readiness."""

from datetime import date, datetime, time
from typing import Any

from changedesk.handover.sample_people import Staff
from changedesk.handover.sample_story import Story, StoryClock
from changedesk.impact.records import (
    AdkarReading,
    Champion,
    Communication,
    Impact,
    MessageSent,
    Mitigation,
    ResistanceEntry,
    SponsorAction,
    Stakeholder,
)
from changedesk.people.links import ADDRESSES, CALLS_FOR, MITIGATED_BY, link
from changedesk.store.workspace import Workspace

WORKSHOP = date(2026, 2, 25)
_ELEMENTS = ("awareness", "desire", "knowledge", "ability", "reinforcement")
_APART = ("id", "groups", "sent", "view", "answers", "calls_for", "mitigation", "residual")


class ChangeSide:
    """Writes the change side of the story down, on its days."""

    def __init__(
        self, workspace: Workspace, clock: StoryClock, story: Story, project: int, staff: Staff
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._story = story
        self._project = project
        self._staff = staff
        self._stakeholders: dict[str, int] = {}
        self._impacts: list[int] = []
        self.messages: dict[str, int] = {}

    def begin(self) -> None:
        """Write register, sponsor roadmap, impacts as the project sees them, and messages."""
        told = self._story.change
        with self._workspace.change("Write the stakeholder register") as change:
            keys = change.add_many(Stakeholder, [self._facts(one) for one in told["stakeholder"]])
        names = [one["name"] for one in told["stakeholder"]]
        self._stakeholders = dict(zip(names, keys, strict=True))
        with self._workspace.change("Plan what the sponsor does") as change:
            sponsor = self._story.facts["project"]["sponsor"]
            actions = [{"sponsor": sponsor, **self._facts(one)} for one in told["sponsor_action"]]
            change.add_many(SponsorAction, actions)
        with self._workspace.change("Write the impacts down") as change:
            own = [{**self._facts(one), "status": "draft"} for one in told["impact"]]
            self._impacts = change.add_many(Impact, own)
            change.add_many(Mitigation, self._mitigations())
        with self._workspace.change("Plan the communications") as change:
            plan = [{**self._facts(one), "status": "draft"} for one in told["message"]]
            keys = change.add_many(Communication, plan)
            ids = [one["id"] for one in told["message"]]
            self.messages = dict(zip(ids, keys, strict=True))
            pairs = [
                (self.messages[one["id"]], self._staff.groups[group])
                for one in told["message"]
                for group in one["groups"]
            ]
            link(self._workspace, change, ADDRESSES, pairs)

    def workshop(self) -> None:
        """Take down how hard the teams themselves find it, and who speaks for the change."""
        told = list(zip(self._impacts, self._story.change["impact"], strict=True))
        views = {
            key: {"group_severity": one["view"], **self._validated(one)}
            for key, one in told
            if "view" in one
        }
        with self._workspace.change("Rate the impacts with the teams") as change:
            change.set_many(Impact, views)
        with self._workspace.change("Name the champions") as change:
            rows = self._story.change["champions"]["rows"]
            champions = [
                {
                    "project": self._project, "person": self._staff.people[name],
                    "group": self._staff.groups[team], "since": self._story.day(since),
                    "remark": remark,
                }
                for name, team, since, remark in rows
            ]  # fmt: skip
            change.add_many(Champion, champions)

    def tie(self, answers: dict[str, int]) -> None:
        """Link impacts to what answers them: messages, and the courses and needs in `answers`."""
        known = self.messages | answers
        told = list(zip(self._impacts, self._story.change["impact"], strict=True))
        mitigated = [(key, known[a]) for key, one in told for a in one.get("answers", ())]
        needs = [(key, known[need]) for key, one in told for need in one.get("calls_for", ())]
        with self._workspace.change("Tie impacts to what answers them") as change:
            link(self._workspace, change, MITIGATED_BY, mitigated)
            link(self._workspace, change, CALLS_FOR, needs)

    def wave(self, number: int) -> None:
        """Read how far the teams are."""
        told = self._story.change["wave"][number - 1]
        shared = {
            "project": self._project, "taken": self._story.day(told["taken"]),
            "wave": told["name"], "source": told["source"],
        }  # fmt: skip
        readings = [
            {
                **shared, "group": self._staff.groups[team], "reason": reason,
                **dict(zip(_ELEMENTS, scores, strict=True)),
            }
            for team, *scores, reason in told["rows"]
        ]  # fmt: skip
        if told["source"] == "survey":
            readings += [
                {
                    **shared, "person": self._staff.people[name],
                    **dict(zip(_ELEMENTS, scores, strict=True)),
                }
                for name, *scores in self._story.change["answers"]["rows"]
            ]  # fmt: skip
        self._at(told["taken"], 16)
        with self._workspace.change(f"Read ADKAR: {told['name']}") as change:
            change.add_many(AdkarReading, readings)

    def send(self, first: date, last: date) -> None:
        """Send what is due between two days, each on its day."""
        for one in sorted(self._story.change["message"], key=_sent_on):
            if "sent" in one and first <= one["sent"][0] <= last:
                day, recipients, opened, attended = one["sent"]
                self._at(day, 11)
                key = self.messages[one["id"]]
                with self._workspace.change(f"Send “{one['title']}”") as change:
                    facts = {
                        "communication": key, "sent": self._story.day(day),
                        "recipients": recipients, "opened": opened or None,
                        "attended": attended or None,
                    }  # fmt: skip
                    change.add_many(MessageSent, [facts])
                    change.set_many(Communication, {key: {"status": "sent"}})

    def note_resistance(self) -> None:
        """Write down what was heard so far."""
        with self._workspace.change("Write down what was heard") as change:
            heard = [self._facts(one) for one in self._story.change["resistance"]]
            change.add_many(ResistanceEntry, heard)

    def take_stock(self) -> None:
        """Bring impacts and messages to where they stand on the last day."""
        with self._workspace.change("Take stock of impacts and messages") as change:
            told = zip(self._impacts, self._story.change["impact"], strict=True)
            change.set_many(
                Impact,
                {key: {n: one[n] for n in ("status", "residual") if n in one} for key, one in told},
            )
            change.set_many(
                Communication,
                {
                    self.messages[one["id"]]: {"status": one["status"]}
                    for one in self._story.change["message"]
                },
            )

    def _at(self, day: date, hour: int) -> None:
        moment = self._story.moment(day, time(hour))
        self._clock.now = max(self._clock.now, moment)

    def _validated(self, one: dict[str, Any]) -> dict[str, Any]:
        if one["status"] == "draft":
            return {}
        day = self._story.day(WORKSHOP)
        return {"status": "validated", "validated_by": one.get("owner", ""), "validated_on": day}

    def _mitigations(self) -> list[dict[str, Any]]:
        return [
            {
                "impact": key, "kind": kind, "what": what, "owner": owner,
                "due": self._story.day(due), "status": status,
            }
            for key, one in zip(self._impacts, self._story.change["impact"], strict=True)
            for kind, what, owner, due, status in one.get("mitigation", ())
        ]  # fmt: skip

    def _facts(self, one: dict[str, Any]) -> dict[str, Any]:
        facts = {name: value for name, value in one.items() if name not in _APART}
        facts = {name: self._kept(name, value) for name, value in facts.items()}
        return {"project": self._project, **facts}

    def _kept(self, name: str, value: Any) -> Any:
        if name == "group":
            return self._staff.groups[value]
        if name == "person":
            return self._staff.people[value]
        if name == "stakeholder":
            return self._stakeholders[value]
        if isinstance(value, date) and not isinstance(value, datetime):
            return self._story.day(value)
        return value


def _sent_on(one: dict[str, Any]) -> date:
    sent = one.get("sent")
    return sent[0] if sent else date.max


def keys_by_id(told: list[dict[str, Any]], keys: list[int]) -> dict[str, int]:
    """Return keys by the ids that the story uses."""
    return {one["id"]: key for one, key in zip(told, keys, strict=True)}

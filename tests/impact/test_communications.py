"""Communications: sent with their reach, meant for groups, in time for hard impacts."""

from dataclasses import dataclass
from datetime import date

import pytest

from changedesk.impact.communications import (
    add_communication,
    approve,
    likely_recipients,
    mark_sent,
    set_audience,
)
from changedesk.impact.message_days import (
    ANNOUNCED,
    OVERDUE,
    PLANNED,
    SENT,
    UNNOTED,
    late_days,
    marks,
    repetitions,
)
from changedesk.impact.message_gaps import (
    AUDIENCE,
    BUSY,
    CROWDED,
    LATE,
    LINK,
    MISSED,
    NO_AUDIENCE,
    NO_DAY,
    NO_START,
    NOTHING,
    TOO_LATE,
    UNAPPROVED,
    UNDATED,
    Told,
    message_plan,
)
from changedesk.impact.message_queries import group_tree, messages
from changedesk.impact.message_words import where_it_stands, why_not_told
from changedesk.impact.records import Communication, Impact, MessageSent
from changedesk.people.actions import add_group, add_project
from changedesk.people.links import MITIGATED_BY, link
from changedesk.people.records import BusyPeriod
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

TODAY = date(2026, 6, 1)


@dataclass
class Plan:
    """A workspace with a project and two teams below one site; it is 1 June 2026."""

    desk: Workspace
    project: int
    site: int
    leeds: int
    york: int

    def say(self, title: str, *groups: int, **fields: object) -> int:
        return add_communication(self.desk, self.project, title, groups, **fields)

    def hit(self, title: str, **fields: object) -> int:
        values = {"project": self.project, "group": self.leeds, "severity": 4, **fields}
        with self.desk.change("Add") as change:
            return int(change.add(Impact(title=title, **values)).id)

    def told(self) -> dict[str, Told]:
        return {one.title: one for one in message_plan(self.desk, self.project, TODAY).told}

    def why(self, title: str) -> str:
        return why_not_told(self.told()[title])

    def late(self, title: str) -> list[str]:
        (row,) = [row for row in messages(self.desk, self.project) if row.title == title]
        return [day.isoformat() for day in late_days(row, TODAY)]

    def rules(self) -> set[tuple[str, str]]:
        plan = message_plan(self.desk, self.project, TODAY)
        return {(one.rule, one.title) for one in plan.clashes}


@pytest.fixture
def plan(desk: Workspace) -> Plan:
    project = add_project(desk, "CRM", "New CRM")
    site = add_group(desk, "Site")
    leeds = add_group(desk, "Leeds", headcount=20, parent=site)
    return Plan(desk, project, site, leeds, add_group(desk, "York", headcount=9))


def test_marking_as_sent_keeps_the_reach_and_is_one_change(plan: Plan) -> None:
    key = plan.say("Why we move", plan.leeds, planned="2026-05-30")
    mark_sent(plan.desk, [key], "2026-05-31", recipients=20, opened=15)
    row = messages(plan.desk, plan.project)[0]
    assert [(one.day, one.recipients, one.opened, one.attended) for one in row.sendings] == [
        (date(2026, 5, 31), 20, 15, None)
    ]
    assert row.status == "sent"
    assert plan.desk.undo() == "Send “Why we move”"
    row = messages(plan.desk, plan.project)[0]
    assert row.sendings == ()
    assert row.status == "draft"


def test_several_go_out_at_once_today(plan: Plan) -> None:
    keys = [plan.say("One"), plan.say("Two")]
    assert len(mark_sent(plan.desk, keys)) == 2
    days = [row.sent for row in plan.desk.rows(MessageSent.select(MessageSent.sent))]
    assert days == ["2026-06-01", "2026-06-01"]


def test_a_reach_that_cannot_be_is_refused(plan: Plan) -> None:
    key = plan.say("One")
    with pytest.raises(UserError, match="30 opened it, but only 20 got it"):
        mark_sent(plan.desk, [key], recipients=20, opened=30)
    with pytest.raises(UserError, match="21 came"):
        mark_sent(plan.desk, [key], recipients=20, attended=21)
    gone = plan.say("Two", status="cancelled")
    with pytest.raises(UserError, match="is cancelled"):
        mark_sent(plan.desk, [key, gone])
    assert plan.desk.rows(MessageSent.select(MessageSent.id)) == []


def test_approving_takes_what_waits_for_it_alone(plan: Plan) -> None:
    keys = [plan.say("One"), plan.say("Two", status="review"), plan.say("Three", status="sent")]
    assert approve(plan.desk, keys) == 2
    assert plan.desk.next_undo() == "Approve 2 communications"
    assert [plan.desk.get(Communication, key).status for key in keys] == [
        "approved", "approved", "sent",
    ]  # fmt: skip
    assert approve(plan.desk, keys) == 0


def test_the_audience_is_linked_and_taken_back(plan: Plan) -> None:
    key = plan.say("One", plan.leeds)
    assert set_audience(plan.desk, key, [plan.york])
    assert messages(plan.desk, plan.project)[0].groups == {plan.york}
    assert not set_audience(plan.desk, key, [plan.york])
    plan.desk.undo()
    assert messages(plan.desk, plan.project)[0].groups == {plan.leeds}


def test_likely_recipients_are_known_only_where_every_headcount_is(plan: Plan) -> None:
    assert likely_recipients(plan.desk, plan.say("One", plan.leeds, plan.york)) == 29
    assert likely_recipients(plan.desk, plan.say("Two", plan.leeds, plan.site)) is None
    assert likely_recipients(plan.desk, plan.say("Three")) is None


def test_days_of_a_calendar(plan: Plan) -> None:
    plan.say("Late", plan.leeds, planned="2026-05-29")
    plan.say("Rounds", plan.leeds, occasion="Every Wednesday", planned="2026-05-25")
    sent = plan.say("Out", plan.leeds, planned="2026-05-28", announces="2026-06-08")
    mark_sent(plan.desk, [sent], "2026-05-30")
    plan.say("Gate", plan.leeds, occasion="At each phase gate")
    plan.say("Never", plan.leeds, planned="2026-06-02", status="cancelled")
    rows = messages(plan.desk, plan.project)
    found = marks(rows, date(2026, 5, 25), date(2026, 6, 10), TODAY)
    assert [(mark.day.isoformat(), mark.title, mark.state) for mark in found] == [
        ("2026-05-27", "Rounds", OVERDUE),
        ("2026-05-29", "Late", OVERDUE),
        ("2026-05-30", "Out", SENT),
        ("2026-06-03", "Rounds", PLANNED),
        ("2026-06-08", "Out", ANNOUNCED),
        ("2026-06-10", "Rounds", PLANNED),
    ]


def test_repetitions_count_days_of_a_group_and_element_once(plan: Plan) -> None:
    one = plan.say("One", plan.leeds, element="A", planned="2026-05-20")
    two = plan.say("Two", plan.leeds, element="A", planned="2026-05-20")
    mark_sent(plan.desk, [one, two], "2026-05-20")
    plan.say("Rounds", plan.leeds, element="A", occasion="Every Wednesday", planned="2026-06-01")
    rows, tree = messages(plan.desk, plan.project), group_tree(plan.desk)
    few = repetitions(rows, TODAY, date(2026, 6, 18), tree)[0]
    assert (few.group, few.element, few.sent, few.planned) == (plan.leeds, "A", 1, 3)
    assert not few.enough
    assert repetitions(rows, TODAY, date(2026, 6, 24), tree)[0].enough
    plan.say("For the site", plan.site, element="A", planned="2026-06-12")
    rows = messages(plan.desk, plan.project)
    found = repetitions(rows, TODAY, date(2026, 6, 18), tree)
    assert {(one.group, one.sent, one.planned) for one in found} == {
        (plan.site, 0, 1), (plan.leeds, 1, 4),
    }  # fmt: skip


def test_a_hard_impact_without_a_message_before_its_start_is_a_gap(plan: Plan) -> None:
    plan.hit("Bare", starts="2026-07-01", group=plan.york)
    plan.hit("Mild", starts="2026-07-01", severity=2)
    plan.hit("Dropped", starts="2026-07-01", status="cancelled")
    by_audience = plan.hit("By audience", starts="2026-07-01")
    linked = plan.hit("Linked", starts="2026-07-01", group=plan.york)
    plan.say("For the site", plan.site, element="A", planned="2026-06-20")
    tied = plan.say("Tied", planned="2026-06-10", element="R")
    with plan.desk.change("Tie") as change:
        link(plan.desk, change, MITIGATED_BY, [(linked, tied)])
    told = plan.told()
    assert set(told) == {"Bare", "By audience", "Linked"}
    assert told["Bare"].why == NOTHING
    assert [(one.by, one.sent) for one in told["By audience"].answers] == [(AUDIENCE, False)]
    assert [(one.by, one.day) for one in told["Linked"].answers] == [(LINK, date(2026, 6, 10))]
    assert told["By audience"].impact == by_audience


def test_messages_that_come_too_late_or_without_a_day_do_not_count(plan: Plan) -> None:
    plan.hit("Soon", starts="2026-06-05")
    plan.say("After", plan.leeds, element="K", planned="2026-06-05")
    assert plan.told()["Soon"].why == TOO_LATE
    plan.hit("York", starts="2026-06-05", group=plan.york)
    plan.say("Some day", plan.york, element="A", occasion="At each phase gate")
    assert plan.told()["York"].why == UNDATED
    plan.say("Aftercare", plan.york, element="A2", planned="2026-06-02")
    assert plan.told()["York"].why == UNDATED


def test_what_was_planned_and_did_not_go_out_before_a_start_in_the_past_is_a_gap(
    plan: Plan,
) -> None:
    plan.hit("Past", starts="2026-05-20")
    key = plan.say("Missed", plan.leeds, element="A", planned="2026-05-10")
    assert plan.told()["Past"].gap
    mark_sent(plan.desk, [key], "2026-05-12")
    assert plan.told()["Past"].sent


def test_a_message_that_is_overdue_is_called_overdue_and_not_too_late(plan: Plan) -> None:
    plan.hit("Soon", starts="2026-07-01")
    plan.say("Missed", plan.leeds, element="A", planned="2026-05-10")
    assert plan.why("Soon") == "its message is overdue: COM-001 since 10 May 2026"
    plan.say("After", plan.leeds, element="K", planned="2026-07-03")
    assert plan.told()["Soon"].why == "overdue"
    plan.say("In time", plan.leeds, element="K", planned="2026-06-30")
    assert not plan.told()["Soon"].gap


def test_what_is_sent_without_a_day_is_told_if_the_change_is_still_to_come(plan: Plan) -> None:
    plan.hit("To come", starts="2026-06-02")
    plan.hit("Begun", starts="2026-06-01")
    plan.say("Out", plan.leeds, element="A", status="sent", planned="2026-05-10")
    to_come = plan.told()["To come"]
    assert not to_come.gap
    assert to_come.sent
    assert plan.why("Begun") == "its message is sent, but no day is noted: COM-001"
    (row,) = messages(plan.desk, plan.project)
    assert where_it_stands(row, TODAY) == "sent, no day noted"
    assert [one.state for one in marks([row], date(2026, 5, 1), TODAY, TODAY)] == [UNNOTED]
    assert plan.late("Out") == []


def test_an_impact_without_a_start_is_told_of_once_its_message_went_out(plan: Plan) -> None:
    plan.hit("Some time")
    key = plan.say("Plan", plan.leeds, element="A", planned="2026-06-10")
    assert plan.told()["Some time"].why == NO_START
    assert plan.why("Some time") == ("it has no start day, so this may come too late: COM-001")
    mark_sent(plan.desk, [key], "2026-06-01")
    assert not plan.told()["Some time"].gap


def test_an_impact_without_a_start_whose_message_is_overdue_says_that(plan: Plan) -> None:
    plan.hit("Some time")
    plan.say("Missed", plan.leeds, element="A", planned="2026-05-10")
    assert plan.why("Some time") == "its message is overdue: COM-001 since 10 May 2026"


def test_a_message_on_the_day_of_the_start_or_later_comes_too_late(plan: Plan) -> None:
    plan.hit("Soon", starts="2026-06-05")
    plan.say("After", plan.leeds, element="K", planned="2026-06-05")
    assert plan.why("Soon") == "its message comes too late: COM-001 on 5 Jun 2026"
    plan.hit("Past", starts="2026-05-05", group=plan.york)
    mark_sent(plan.desk, [plan.say("Sent late", plan.york, element="A")], "2026-05-20")
    assert plan.why("Past") == "its message comes too late: COM-002 on 20 May 2026"


def test_many_messages_that_do_not_count_are_not_all_named(plan: Plan) -> None:
    plan.hit("Soon", starts="2026-07-01")
    for number in range(5):
        plan.say(f"Missed {number}", plan.leeds, element="A", planned="2026-05-10")
    assert plan.why("Soon").endswith("COM-003 since 10 May 2026 and 2 more")


def test_a_day_of_a_row_that_nobody_sent_is_late_everywhere(plan: Plan) -> None:
    plan.say("Rounds", plan.leeds, occasion="Every Monday", planned="2026-05-11", element="A")
    assert plan.late("Rounds") == ["2026-05-11", "2026-05-18", "2026-05-25"]
    rows = messages(plan.desk, plan.project)
    found = marks(rows, date(2026, 5, 1), date(2026, 6, 8), TODAY)
    assert [(mark.day.isoformat(), mark.state) for mark in found] == [
        ("2026-05-11", OVERDUE), ("2026-05-18", OVERDUE), ("2026-05-25", OVERDUE),
        ("2026-06-01", PLANNED), ("2026-06-08", PLANNED),
    ]  # fmt: skip
    assert where_it_stands(rows[0], TODAY) == "overdue since 11 May 2026 (3 times)"
    (clash,) = message_plan(plan.desk, plan.project, TODAY).clashes
    assert clash.rule == MISSED
    assert clash.reason == "It was to go out on 3 days since 2026-05-11; nothing says so."


def test_each_sending_settles_one_day_of_a_row_late_or_a_little_early(plan: Plan) -> None:
    key = plan.say("Rounds", plan.leeds, occasion="Every Monday", planned="2026-05-04")
    mark_sent(plan.desk, [key], "2026-05-08")  # the one of 4 May, four days late
    assert plan.late("Rounds") == ["2026-05-11", "2026-05-18", "2026-05-25"]
    mark_sent(plan.desk, [key], "2026-05-10")  # the one of 11 May, a day early
    mark_sent(plan.desk, [key], "2026-05-19")
    mark_sent(plan.desk, [key], "2026-05-20")  # a second time: it is not that of the week after
    assert plan.late("Rounds") == ["2026-05-25"]
    mark_sent(plan.desk, [key], "2026-05-25")
    assert plan.late("Rounds") == []


def test_a_row_without_a_first_day_counts_from_when_it_was_written_down(plan: Plan) -> None:
    plan.say("Rounds", plan.leeds, occasion="Every Monday", status="approved")
    (row,) = messages(plan.desk, plan.project)
    assert row.written == TODAY
    assert [day.isoformat() for day in late_days(row, date(2026, 6, 10))] == [
        "2026-06-01", "2026-06-08",
    ]  # fmt: skip
    assert marks([row], date(2026, 5, 1), date(2026, 5, 31), TODAY) == []


def test_a_draft_of_a_row_is_not_late_before_somebody_starts_it(plan: Plan) -> None:
    plan.say("Rounds", plan.leeds, occasion="Every Monday", status="draft")
    (row,) = messages(plan.desk, plan.project)
    later = date(2026, 6, 10)
    assert late_days(row, later) == []
    days = [mark.day.isoformat() for mark in marks([row], TODAY, date(2026, 6, 17), later)]
    assert days == ["2026-06-15"]


def test_a_row_that_was_sent_once_counts_from_there(plan: Plan) -> None:
    key = plan.say("Rounds", plan.leeds, occasion="Bi-weekly")
    assert (NO_DAY, "Rounds") in plan.rules()
    mark_sent(plan.desk, [key], "2026-05-04")
    assert plan.late("Rounds") == ["2026-05-18"]
    assert (NO_DAY, "Rounds") not in plan.rules()


def test_what_says_no_day_is_told_what_to_write(plan: Plan) -> None:
    plan.say("A", plan.leeds, occasion="Twice a month")
    plan.say("B", plan.leeds, occasion="Every other Monday or so", planned="2026-06-20")
    plan.say("C", plan.leeds, occasion="Every 3 weeks")
    plan.say("D", plan.leeds, occasion="At each phase gate")
    plan.say("E", plan.leeds)
    plan.say("F", plan.leeds, status="sent")
    plan.say("G", plan.leeds, occasion="Every 3 weeks", planned="2026-06-20")
    plan.say("H", plan.leeds, occasion="Last day of the month")
    found = message_plan(plan.desk, plan.project, TODAY).clashes
    assert {one.title: one.reason for one in found if one.rule == NO_DAY} == {
        "A": "“Twice a month” gives no days: write “1st and 15th of every month” or "
        "“1st Monday of every month”.",
        "B": "“Every other Monday or so” gives no days but 2026-06-20: write “Every Monday”, "
        "“Every 2 weeks” or “1st Monday of every month”.",
        "C": "“Every 3 weeks” counts from a first day: give it a planned day.",
        "D": "“At each phase gate” is no day: give it a planned day once that is known.",
        "E": "Nothing says on which day it goes out.",
        "F": "It is sent, but no day is noted.",
    }


def test_of_several_plain_days_each_wants_its_own_sending(plan: Plan) -> None:
    key = plan.say("Twice", plan.leeds, occasion="2026-05-04; 2026-05-18; 2026-06-04")
    mark_sent(plan.desk, [key], "2026-05-05")
    assert plan.late("Twice") == ["2026-05-18"]


def test_what_ended_or_was_called_off_is_not_late_for_what_comes_after(plan: Plan) -> None:
    plan.say("Ended", plan.leeds, occasion="Daily", planned="2026-05-04", ends="2026-05-05")
    plan.say("Off", plan.leeds, occasion="Daily", planned="2026-05-04", status="cancelled")
    plan.say("Out", plan.leeds, occasion="Daily", planned="2026-05-04", status="sent")
    assert plan.late("Ended") == ["2026-05-04", "2026-05-05"]
    assert plan.late("Off") == plan.late("Out") == []


def test_what_does_not_fit_in_the_plan_is_named(plan: Plan) -> None:
    with plan.desk.change("Busy") as change:
        change.add(BusyPeriod(group=plan.site, starts="2026-06-15", ends="2026-06-19", why="Peak"))
    plan.say("After the fact", plan.york, planned="2026-06-12", announces="2026-06-10")
    plan.say("In time", plan.york, planned="2026-06-09", announces="2026-06-10")
    plan.say("Peak", plan.leeds, planned="2026-06-16", status="approved")
    plan.say("Same day one", plan.leeds, planned="2026-06-25")
    plan.say("Same day two", plan.leeds, planned="2026-06-25")
    plan.say("Missed", plan.york, planned="2026-05-01")
    plan.say("Draft", plan.york, planned="2026-06-03")
    plan.say("Nobody", planned="2026-06-22")
    plan.say("Gate", plan.york, occasion="At each phase gate")
    plan.say("Called off", occasion="", status="cancelled")
    assert plan.rules() == {
        (LATE, "After the fact"), (BUSY, "Peak"), (CROWDED, "Same day one"), (MISSED, "Missed"),
        (UNAPPROVED, "Draft"), (NO_AUDIENCE, "Nobody"), (NO_DAY, "Gate"),
    }  # fmt: skip

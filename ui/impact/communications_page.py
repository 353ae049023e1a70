"""The page Communications: who hears what, from whom, when; what is missing, what went out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from changedesk.impact.communications import approve, likely_recipients, mark_sent
from changedesk.impact.message_calendar import WrittenCalendar, write_calendar
from changedesk.impact.message_days import late_days
from changedesk.impact.message_gaps import MessagePlan, message_plan
from changedesk.impact.records import Communication, MessageSent
from changedesk.people.days import today
from changedesk.store.change import ChangeSet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.impact import message_specs as specs
from ui.impact.audience_part import read_audience, write_audience
from ui.impact.calendar_view import CalendarView
from ui.impact.gaps_panel import GapsPanel
from ui.impact.send_dialog import SendAsked, SendDialog, SendValues
from ui.jobs import Progress
from ui.kits.offer import offer_kit
from ui.records.page import RecordPage
from ui.records.parts import RecordParts
from ui.records.values import date_text
from ui.training.course_parts import TickedPart
from ui.uat.view_tabs import ViewTabs

CONCERNING = frozenset(
    ("communication", "message_sent", "link", "impact", "group", "busy_period", "project")
)
HIDDEN = (
    "audience", "element", "message", "gain", "sender", "approver", "channel", "medium",
    "ends", "announces", "minutes",
    "feedback", "check_question", "escalation", "owner", "remark", "source_id",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What was read, on which day, and since when messages are late."""

    plan: MessagePlan
    today: date
    late: Mapping[int, date]


class CommunicationsPage(RecordPage):
    """The plan as table and form with its audience and what went out; calendar; gaps."""

    key = specs.PAGE
    record_type = Communication
    icon = "communications"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A communication says who hears what, from whom, when and why. Type one, paste a plan from "
        "Excel, or take the messages of a starter kit.",
    )

    def extend(self) -> None:
        self.table.columns.hide_at_first(*HIDDEN)
        self.table.columns.lead_with("code", "title", "planned", "status", then=("occasion",))
        self._found: Found | None = None
        self._number = 0
        self._make_parts()
        self._make_views()
        self._declare()

    def _make_parts(self) -> None:
        self.audience = TickedPart(
            self.context,
            self.tr("Groups"),
            self.tr("Which groups is it meant for?"),
            read_audience,
            write_audience,
        )
        add = self.add_action(specs.ADD_SENDING, self.add_sending, self._one_in_hand)
        self.sendings = RecordParts(
            self.context,
            MessageSent,
            self.tr("That it went out on a day, and whom it reached. Ctrl+M notes it at once."),
            add,
        )
        self.detail.add_tab(self.audience, self.tr("Audience"))
        self.detail.add_tab(self.sendings, self.tr("Sent"))
        self.pane.chosen.connect(self._show_parts)

    def _make_views(self) -> None:
        self.calendar = CalendarView(self.context)
        self.gaps = GapsPanel(self.context.theme)
        self.views = ViewTabs(self.tr("Views of the communications"))
        self.body.removeWidget(self.pane)
        self.views.add(self.pane, self.tr("List"))
        self.views.add(self.calendar, self.tr("Calendar"))
        self.views.add(self.gaps, self.tr("Gaps"))
        self.body.addWidget(self.views)
        self.setFocusProxy(self.views)
        self.views.turned.connect(self.context.actions.refresh)
        self.calendar.moved.connect(self.context.actions.refresh)
        self.calendar.opened.connect(self._open_message)
        self.calendar.hit.connect(self._open_impact)
        self.gaps.opened.connect(self._open_row)

    def _declare(self) -> None:
        self.add_action(specs.LIST, self.show_list)
        self.add_action(specs.CALENDAR, self.show_calendar)
        self.add_action(specs.GAPS, self.show_gaps)
        send = self.add_action(specs.SEND, self.send, self._can_send)
        self.add_action(specs.APPROVE, self.approve, self._can_send)
        export = self.add_action(specs.EXPORT, self.export, self._has_project)
        self.calendar.offer(export)
        self.header.add_button(send)
        new, paste = (self.context.actions.action(f"{self.key}.{n}") for n in ("new", "paste"))
        self.calendar.empty.add_button(new, primary=True)
        self.calendar.empty.add_button(paste)
        offer_kit(self.context, self.calendar.empty, "communication")

    # -- views --------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Show the plan as a table with the message in hand."""
        self.views.turn_to(self.pane)

    def show_calendar(self) -> None:
        """Show a month of messages."""
        self.views.turn_to(self.calendar)

    def show_gaps(self) -> None:
        """Show what is missing or does not fit."""
        self.views.turn_to(self.gaps)

    def show_record(self, type_name: str, key: int) -> None:
        self.views.turn_to(self.pane)
        super().show_record(type_name, key)

    def add_record(self) -> None:
        self.views.turn_to(self.pane)
        super().add_record()

    def leave(self) -> None:
        super().leave()
        self.audience.commit()
        self.sendings.leave()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Arrows in the calendar"), self.tr("Go to another day")),
            (self.tr("PgUp, PgDn in the calendar"), self.tr("Go to another month")),
            (self.tr("T, N, P in the calendar"), self.tr("Today; next, previous message")),
            (self.tr("Enter in the calendar"), self.tr("Open the message of the day")),
        )

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        self.sendings.refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()

    def _fetch(self) -> None:
        project, workspace = self.context.project_id, self.context.workspace
        self._number += 1
        number = self._number
        if project is None:
            return

        def work(_: Progress) -> tuple[int, Found]:
            day = date.fromisoformat(today(workspace))
            plan = message_plan(workspace, project, day)
            late = {row.id: days[0] for row in plan.rows if (days := late_days(row, day))}
            return number, Found(plan, day, late)

        self.context.jobs.run(work, self._take)

    def _take(self, answer: tuple[int, Found]) -> None:
        number, found = answer
        if number != self._number:
            return
        self._found = found
        told = self.tr("Overdue since {0}")
        late = {key: told.format(date_text(day.isoformat())) for key, day in found.late.items()}
        self.table.records.flag("title", late)
        self.calendar.show_plan(found.plan)
        self.gaps.show_plan(found.plan, found.today)
        count = sum(one.gap for one in found.plan.told) + len(found.plan.clashes)
        title = self.tr("Gaps")
        if found.plan.rows or found.plan.told:
            title = self.tr("Gaps: {0}").format(count) if count else self.tr("Gaps ✔")
        self.views.name(self.gaps, title)
        self.context.actions.refresh()

    def _show_parts(self, keys: Sequence[int]) -> None:
        self.audience.show_course(keys[0] if len(keys) == 1 else None)
        self.sendings.show_records(keys)

    # -- opening ------------------------------------------------------------------------------

    def _open_message(self, key: int | None) -> None:
        if key is not None:
            self.show_record("communication", key)
            self.table.setFocus()

    def _open_impact(self, key: int) -> None:
        self.context.go_to("impacts", "impact", key)

    def _open_row(self, target: tuple[str, int] | None) -> None:
        if target is None:
            return
        type_name, key = target
        if type_name == "impact":
            self._open_impact(key)
        else:
            self._open_message(key)

    # -- writing ------------------------------------------------------------------------------

    def send(self) -> None:
        """Ask when the messages in hand went out and whom they reached."""
        keys, workspace = self._chosen(), self.context.workspace
        if not keys:
            return
        self.pane.leave()

        def work(_: Progress) -> SendAsked:
            if len(keys) > 1:
                return SendAsked(tuple(keys), "", None)
            row = workspace.get(Communication, keys[0])
            name = f"{row.code}  {row.title}"
            return SendAsked(tuple(keys), name, likely_recipients(workspace, keys[0]))

        self.context.jobs.run(work, self._ask)

    def _ask(self, asked: SendAsked) -> None:
        if not asked.name:
            many = self.tr("%n communication(s)", "", len(asked.keys))
            asked = SendAsked(asked.keys, many, None)
        dialog = SendDialog(asked, self.context, self)
        dialog.sent.connect(self._write_sent)
        dialog.open()

    def _write_sent(self, values: SendValues) -> None:
        workspace = self.context.workspace

        def work(_: Progress) -> int:
            made = mark_sent(
                workspace, values.keys, values.day, recipients=values.recipients,
                opened=values.opened, attended=values.attended,
            )  # fmt: skip
            return len(made)

        self.context.jobs.write(work, self._sent)

    def _sent(self, count: int) -> None:
        told = self.tr("%n communication(s) marked as sent. Ctrl+Z takes it back.", "", count)
        self.context.messages.toast(told)

    def approve(self) -> None:
        """Approve the messages in hand."""
        keys, workspace = self._chosen(), self.context.workspace

        def work(_: Progress) -> int:
            return approve(workspace, keys)

        self.context.jobs.write(work, self._approved)

    def _approved(self, count: int) -> None:
        if count:
            told = self.tr("%n communication(s) approved. Ctrl+Z takes it back.", "", count)
        else:
            told = self.tr("Nothing here waits for approval.")
        self.context.messages.toast(told)

    def add_sending(self) -> None:
        """Add by hand that the message in hand went out."""
        self.detail.tabs.setCurrentWidget(self.sendings)
        self.sendings.add()

    def export(self) -> None:
        """Write what has a day as a calendar file."""
        self.leave()
        name = self.tr("Communications") + ".ics"
        folder = self.context.settings.text("export/folder")
        proposed = str(Path(folder) / name) if folder and Path(folder).is_dir() else name
        self.context.prompts.save_file(
            self,
            self.tr("Save {0}").format(name),
            proposed,
            self.tr("Calendars (*.ics)"),
            self._write_calendar,
        )

    def _write_calendar(self, path: Path) -> None:
        self.context.settings.remember("export/folder", str(path.parent))
        project, workspace = self.context.project_id, self.context.workspace
        if project is None:
            return

        def work(_: Progress) -> WrittenCalendar:
            return write_calendar(workspace, project, path)

        self.context.jobs.run(work, self._written, None, self.tr("Writing {0}").format(path.name))

    def _written(self, done: WrittenCalendar) -> None:
        told = self.tr("%n event(s) written", "", done.events)
        if done.undated:
            told += " · " + self.tr("%n message(s) without a day left out", "", done.undated)
        self.context.messages.toast(told)

    # -- rules --------------------------------------------------------------------------------

    def _chosen(self) -> list[int]:
        if self.views.current is self.pane:
            return self.table.chosen_keys()
        return self.calendar.messages_of_day() if self.views.current is self.calendar else []

    def _can_send(self) -> bool:
        return self.pane.editable and bool(self._chosen())

    def _one_in_hand(self) -> bool:
        return self.pane.editable and len(self.table.chosen_keys()) == 1

    def _has_project(self) -> bool:
        return self.context.project_id is not None

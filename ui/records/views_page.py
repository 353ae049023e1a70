"""A page of several views under its title, most of them tables of records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from changedesk.store.change import ChangeSet
from ui.actions import ActionSpec
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.records.page import paste_action, record_actions, table_keys
from ui.records.pane import RecordPane
from ui.training.late_view import LateView
from ui.uat.view_tabs import ViewTabs


@runtime_checkable
class Refreshing(Protocol):
    """A view that can be brought up to date."""

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the view up to date with a change, or wholly with None."""


@runtime_checkable
class Leaving(Protocol):
    """A view in which something may be half typed."""

    def leave(self) -> None:
        """Save what is being typed."""


@dataclass(frozen=True)
class View:
    """One view: its name, title, maker, the action that turns to it, and the words of "New".

    `shows` names the record types that are found in it.
    """

    name: str
    title: str
    make: Callable[[], QWidget]
    spec: ActionSpec
    new_words: str = ""
    shows: tuple[str, ...] = ()


class ViewsPage(Page):
    """A subclass gives `key`, `title`, `views_of` and, if need be, `extend` and `turned`.

    Views are made when they are first looked at. New, delete, filter and paste work on the table
    of the view at hand; a view that is no table is left alone by them.
    """

    def title(self) -> str:
        """Return the translated title."""
        raise NotImplementedError

    def views_of(self) -> Sequence[View]:
        """Return the views in the order of their tabs."""
        raise NotImplementedError

    def extend(self) -> None:
        """Declare further actions and buttons; the views are not made yet."""

    def turned(self) -> None:
        """Follow the view at hand: another one came up, or the one at hand was made."""

    def made(self, name: str, view: QWidget) -> None:
        """Furnish a view that was just made."""

    def build(self) -> None:
        """Make the tabs."""
        self.header.set_title(self.title())
        self.tabs = ViewTabs(self.title())
        new, delete, find = record_actions(self.key)
        self.new: QAction = self.add_action(new, self._add_record, self.can_add)
        self.add_action(delete, self._delete, self._can_delete)
        self.add_action(find, self.header.focus_filter, self._has_pane)
        self.paste: QAction = self.add_action(
            paste_action(self.key), self._paste_rows, self.can_add
        )
        self.extend()
        self._new_button = self.header.add_button(self.new, primary=True)
        self._views = {view.name: view for view in self.views_of()}
        self._late: dict[str, LateView] = {}
        for view in self._views.values():
            late = LateView(view.make, self._made)
            self._late[view.name] = late
            self.tabs.add(late, view.title)
            self.add_action(view.spec, self._turn_by_action).setData(view.name)
        self.body.addWidget(self.tabs)
        self.header.use_filter(self.tr("Filter")).filtered.connect(self._filter)
        self.tabs.turned.connect(self._turned)
        self.setFocusProxy(self.tabs)
        self._turned()

    # -- views --------------------------------------------------------------------------------

    @property
    def name_here(self) -> str:
        """Return the name of the view at hand."""
        current = self.tabs.current
        return next((name for name, late in self._late.items() if late is current), "")

    @property
    def here(self) -> QWidget | None:
        """Return the view at hand, if it was made."""
        late = self._late.get(self.name_here)
        return late.view if late is not None and late.ready else None

    @property
    def pane(self) -> RecordPane | None:
        """Return the table at hand; None where the view is no table."""
        here = self.here
        return here if isinstance(here, RecordPane) else None

    def view(self, name: str) -> QWidget:
        """Return a view; it is made now if it was not."""
        return self._late[name].view

    def is_made(self, name: str) -> bool:
        """Tell whether a view was looked at yet."""
        return self._late[name].ready

    def turn_to(self, name: str) -> None:
        """Bring a view up and give it the keyboard."""
        late = self._late[name]
        assert late.view is not None
        self.tabs.turn_to(late)

    def name_view(self, name: str, words: str) -> None:
        """Change the words on the tab of a view."""
        self.tabs.name(self._late[name], words)

    def _turn_by_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.turn_to(str(action.data()))

    def _made(self, view: QWidget) -> None:
        name = next(name for name, late in self._late.items() if late.ready and late.view is view)
        if isinstance(view, RecordPane):
            view.empty.add_button(self.new, primary=True)
            view.empty.add_button(self.paste)
            view.table.records.listed.connect(self._count)
            offer_kit(self.context, view.empty, view.spec.type_name)
        self.made(name, view)
        if isinstance(view, Refreshing):
            view.refresh(None)
        self._turned()

    def _turned(self) -> None:
        self.header.filter.clear_now()
        self.header.filter.setVisible(self.pane is not None)
        words = self._views[self.name_here].new_words if self.name_here else ""
        self._new_button.setVisible(bool(words))
        if words:
            self.new.setText(words)
        self._count()
        self.turned()
        self.context.actions.refresh()

    def _count(self) -> None:
        pane = self.pane
        self.header.set_count(len(pane.table.records.keys) if pane is not None else 0)

    def _filter(self, words: str) -> None:
        for late in self._late.values():
            if late.ready and isinstance(late.view, RecordPane):
                late.view.restrict(words if late.view is self.pane else "")

    # -- the life of a page -------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        for late in self._late.values():
            if late.ready and isinstance(late.view, Refreshing):
                late.view.refresh(changes)

    def show_record(self, type_name: str, key: int) -> None:
        for name, view in self._views.items():
            if type_name in view.shows:
                self.header.filter.clear_now()
                pane = self.view(name)
                self.turn_to(name)
                if isinstance(pane, RecordPane):
                    pane.table.choose(key)
                return

    def leave(self) -> None:
        for late in self._late.values():
            if late.ready and isinstance(late.view, Leaving):
                late.view.leave()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return table_keys()

    # -- records ------------------------------------------------------------------------------

    def _add_record(self) -> None:
        pane = self.pane
        if pane is not None:
            self.header.filter.clear_now()
            pane.add_record()

    def _delete(self) -> None:
        if self.pane is not None:
            self.pane.table.delete_chosen()

    def _paste_rows(self) -> None:
        if self.pane is not None:
            self.pane.table.paste_as_new()

    def _has_pane(self) -> bool:
        return self.pane is not None

    def can_add(self) -> bool:
        """Tell whether a record can be made in the view at hand."""
        return self.pane is not None and self.pane.editable

    def _can_delete(self) -> bool:
        return self.can_add() and self.pane is not None and bool(self.pane.table.chosen_keys())

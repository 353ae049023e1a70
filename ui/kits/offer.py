"""Where starting from a kit is offered: on the empty pages of what kits hold."""

from ui.desk_context import DeskContext
from ui.widgets.empty_state import EmptyState
from ui.window_actions import KIT

IN_KITS = frozenset(
    ("group", "stakeholder", "sponsor_action", "impact", "communication", "skill", "course",
     "need", "script", "survey")
)  # fmt: skip
"""The record types that a kit brings."""


def offer_kit(context: DeskContext, empty: EmptyState, type_name: str) -> None:
    """Add the button to an empty page, if kits hold such records and the window has the action."""
    if type_name in IN_KITS and any(spec.id == KIT.id for spec in context.actions.specs()):
        empty.add_button(context.actions.action(KIT.id))

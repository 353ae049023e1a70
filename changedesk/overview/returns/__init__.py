"""Taking back workbooks that were filled in: what they say against what was exported and is now."""

from changedesk.overview.returns.model import Cell, Decision, Note, Preview, Verdict
from changedesk.overview.returns.previewing import preview
from changedesk.overview.returns.taking import Account, take

__all__ = ["Account", "Cell", "Decision", "Note", "Preview", "Verdict", "preview", "take"]

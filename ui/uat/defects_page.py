"""The page Defects: what does not do what these people need, with the proof."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from changedesk.store.change import Change, ChangeSet
from changedesk.uat import queries
from changedesk.uat.records import Defect
from ui.desk_context import DeskContext
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.page import RecordPage
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID
from ui.uat.picture_data import decode, thumbnail
from ui.uat.pictures import PictureDialog, Thumb, ThumbRow
from ui.widgets.text import plain_label


class DefectEvidence(QWidget):
    """The pictures of a defect as thumbnails; Enter or a click opens one."""

    counted = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._defect: int | None = None
        self.thumbs = ThumbRow(context.theme)
        self.thumbs.opened.connect(self._open)
        self._nothing = plain_label(
            self.tr("No picture was kept at the step that this defect was raised from."),
            "soft",
            wrap=True,
        )
        inside = QWidget()
        inside.setProperty("look", "page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        row.addWidget(self.thumbs, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        context.bus.changed.connect(self._hear)

    def show_defect(self, defect: int | None) -> None:
        """Show the pictures of a defect."""
        if defect != self._defect:
            self._defect = defect
            self._take((defect, ()))
        self._fetch()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of("evidence"):
            self._fetch()

    def _fetch(self) -> None:
        defect, workspace = self._defect, self._context.workspace
        if defect is None:
            return

        def work(progress: Progress) -> tuple[int | None, tuple[Thumb, ...]]:
            thumbs = []
            for row in queries.evidence_of_defect(workspace, defect):
                progress.check()
                image = decode(workspace.content(row.content))
                if image is not None:
                    thumbs.append(Thumb(thumbnail(image), row.name, row.content))
            return defect, tuple(thumbs)

        self._context.jobs.run(work, self._take, self._lost)

    def _lost(self, error: BaseException) -> None:
        # The defect was withdrawn while its pictures were read.
        self.thumbs.show_thumbs(())

    def _take(self, found: tuple[int | None, tuple[Thumb, ...]]) -> None:
        defect, thumbs = found
        if defect == self._defect:
            self.thumbs.show_thumbs(thumbs)
            self._nothing.setVisible(not thumbs)
            self.counted.emit(len(thumbs))

    def _open(self, thumb: Thumb) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> tuple[QImage | None, str]:
            return decode(workspace.content(thumb.content)), thumb.name

        self._context.jobs.run(work, self._show_picture)

    def _show_picture(self, found: tuple[QImage | None, str]) -> None:
        image, name = found
        if image is not None:
            PictureDialog(image, name, self).open()


class DefectsPage(RecordPage):
    """Defects on the left, the defect in hand with its proof on the right."""

    key = "defects"
    record_type = Defect
    icon = "defects"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A defect is raised in run mode with Ctrl+D and knows its step, build, tester and picture. "
        "One that nobody tested for is added here.",
    )

    def make_pane(self) -> RecordPane:
        pane = super().make_pane()
        pane.table.records.writer.make = add_defects
        return pane

    def extend(self) -> None:
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New defect"))
        self.table.columns.hide_at_first("description")
        self.table.columns.lead_with("code", "title", "status", then=("severity",))
        self.evidence = DefectEvidence(self.context)
        self.detail.add_tab(self.evidence, self.tr("Evidence"))
        self.evidence.counted.connect(self._show_count)
        self.pane.splitter.setSizes([GRID * 64, GRID * 56])
        self.pane.chosen.connect(self._show)

    def _show(self, keys: Sequence[int]) -> None:
        self.evidence.show_defect(keys[0] if len(keys) == 1 else None)

    def _show_count(self, count: int) -> None:
        place = self.detail.tabs.indexOf(self.evidence)
        words = self.tr("Evidence ({0})").format(count) if count else self.tr("Evidence")
        self.detail.tabs.setTabText(place, words)


def add_defects(change: Change, records: Sequence[dict[str, Any]]) -> list[int]:
    """Add defects that nobody's result raised, found now; on a worker."""
    found = [{"found": change.now_ms, **values} for values in records]
    return change.add_many(Defect, found)

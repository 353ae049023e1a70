"""The proof of a defect: the pictures that were kept at the step it was raised from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import queries
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.picture_data import decode, thumbnail
from ui.uat.picture_editing import PictureEditing
from ui.uat.pictures import Thumb, ThumbRow
from ui.widgets.text import plain_label


class DefectEvidence(QWidget):
    """The pictures of a defect as thumbnails; Enter or a click opens one, E edits it."""

    counted = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._defect: int | None = None
        self.thumbs = ThumbRow(context.theme)
        self._editing = PictureEditing(context, self)
        self.thumbs.opened.connect(self._editing.open)
        self.thumbs.edited.connect(self._editing.edit)
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

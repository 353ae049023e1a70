"""Opens pictures large, and in the editor: those that are kept, and those that are yet to be."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from changedesk.store.errors import UserError
from changedesk.uat.media import media_type_of
from changedesk.uat.picture_edit import Edits, edited
from changedesk.uat.pictures import Picture, replace_picture
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.picture_data import Source, decode, encode, thumbnail
from ui.uat.picture_editor import PictureEditor
from ui.uat.pictures import PictureDialog, Thumb


@dataclass(frozen=True)
class Subject:
    """A picture in the editor: its bytes, and what it is to take the place of, or go to.

    `content` is empty for a picture that is not kept yet; `place` is for whoever asked.
    """

    picture: Picture
    image: QImage
    content: str = ""
    place: object = None


@dataclass(frozen=True)
class Made:
    """A picture as it came out of the editor."""

    picture: Picture
    image: QImage
    subject: Subject


class PictureEditing(QObject):
    """Between thumbnails and the editor. `replaced` carries the SHA-256 of a picture that is no
    more and the Thumb in its place; `made` the Made of one that is yet to be kept. `closed` is
    emitted when the editor is gone.
    """

    replaced = Signal(str, object)
    made = Signal(object)
    closed = Signal()

    def __init__(self, context: DeskContext, view: QWidget, initiator: object = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._initiator = initiator

    # -- opening ------------------------------------------------------------------------------

    def open(self, thumb: Thumb) -> None:
        """Show a kept picture as large as fits."""
        workspace = self._context.workspace

        def work(_: Progress) -> tuple[QImage | None, Thumb]:
            return decode(workspace.content(thumb.content)), thumb

        self._context.jobs.run(work, self._show)

    def _show(self, found: tuple[QImage | None, Thumb]) -> None:
        image, thumb = found
        if image is None:
            return
        dialog = PictureDialog(image, thumb.name, self._view)
        dialog.setProperty("thumb", thumb)
        dialog.edit_wanted.connect(self._edit_shown)
        dialog.open()

    def _edit_shown(self) -> None:
        self.edit(self.sender().property("thumb"))

    def edit(self, thumb: Thumb) -> None:
        """Open a kept picture in the editor."""
        workspace = self._context.workspace
        if workspace.read_only:
            return

        def work(_: Progress) -> Subject:
            data = workspace.content(thumb.content)
            return Subject(Picture(data, thumb.name), _decoded(data), thumb.content)

        self._context.jobs.run(work, self._open_editor)

    def edit_picture(self, picture: Picture, place: object) -> None:
        """Open a picture that is not kept yet."""

        def work(_: Progress) -> Subject:
            return Subject(picture, _decoded(picture.data), place=place)

        self._context.jobs.run(work, self._open_editor)

    def edit_source(self, source: Source, name: str, place: object) -> None:
        """Open a picture of the clipboard; it is kept when the editor is left with Enter."""

        def work(_: Progress) -> Subject:
            picture = encode(source, name)
            return Subject(picture, source.image or _decoded(picture.data), place=place)

        self._context.jobs.run(work, self._open_editor)

    def _open_editor(self, subject: Subject) -> None:
        dialog = PictureEditor(
            self._context.theme,
            subject.image,
            subject.picture.name,
            self._view,
            stored=bool(subject.content),
        )
        dialog.subject = subject
        dialog.kept.connect(self._take)
        dialog.finished.connect(self.closed)
        dialog.open()

    # -- keeping ------------------------------------------------------------------------------

    def _take(self, edits: Edits) -> None:
        dialog = self.sender()
        assert isinstance(dialog, PictureEditor)
        subject = dialog.subject
        assert isinstance(subject, Subject)
        if not edits and subject.content:
            return

        def work(_: Progress) -> Made:
            picture = edited_picture(subject.picture, edits) if edits else subject.picture
            return Made(picture, thumbnail(_decoded(picture.data)), subject)

        self._context.jobs.run(work, self._finish)

    def _finish(self, made: Made) -> None:
        old = made.subject.content
        if not old:
            self.made.emit(made)
            return
        workspace, initiator = self._context.workspace, self._initiator

        def work(_: Progress) -> tuple[str, Thumb]:
            content = replace_picture(workspace, old, made.picture, initiator=initiator)
            return old, Thumb(made.image, made.picture.name, content)

        self._context.jobs.write(work, self._replaced)

    def _replaced(self, done: tuple[str, Thumb]) -> None:
        self._context.messages.toast(
            self.tr("The edited picture is kept; the original is removed for good.")
        )
        self.replaced.emit(*done)


def edited_picture(picture: Picture, edits: Edits) -> Picture:
    """Return a picture as it is after edits; its caption says what was done. For a worker."""
    data = edited(picture.data, edits)
    kind = media_type_of(data)
    ending = ".jpg" if kind == "image/jpeg" else ".png"
    path = Path(picture.name)
    usual = path.suffix.lower() in ((".jpg", ".jpeg") if ending == ".jpg" else (".png",))
    name = picture.name if usual else f"{path.stem}{ending}"
    return replace(picture, data=data, name=name, media_type=kind, caption=edits.in_words)


def _decoded(data: bytes) -> QImage:
    image = decode(data)
    if image is None:
        told = QCoreApplication.translate("PictureEditing", "This picture cannot be shown.")
        raise UserError(told)
    return image

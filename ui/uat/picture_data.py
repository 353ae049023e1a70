"""Pictures from the clipboard, a drop or a file, turned into bytes that are kept; for workers.

Nothing in here touches a widget: encoding a screenshot takes longer than a key may.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from changedesk.store.errors import UserError
from changedesk.uat.pictures import Picture

THUMB = QSize(112, 72)
MOST_BYTES = 25_000_000
SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"}
_KEPT_AS_IT_IS = {"png": "image/png", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Source:
    """Where a picture comes from: an image in memory, or a file."""

    image: QImage | None = None
    path: Path | None = None


def holds_picture(data: QMimeData | None) -> bool:
    """Tell whether a clipboard or a drop holds pictures; text with a picture of it is text.

    An empty clipboard may be None.
    """
    if data is None:
        return False
    return bool(_files(data)) or (data.hasImage() and not data.hasText())


def sources_in(data: QMimeData) -> list[Source]:
    """Return the pictures of a clipboard or a drop; quick, nothing is decoded or read."""
    files = [Source(path=path) for path in _files(data)]
    if files or not data.hasImage():
        return files
    image = data.imageData()
    return [Source(image=image)] if isinstance(image, QImage) and not image.isNull() else []


def _files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


def encode(source: Source, name: str) -> Picture:
    """Return a picture as it is kept: PNG, or a PNG or JPEG file as it is.

    Raises UserError for what is no picture, or too large to be one.
    """
    if source.image is not None:
        return Picture(_png(source.image), f"{name}.png")
    assert source.path is not None
    try:
        if source.path.stat().st_size > MOST_BYTES:
            raise UserError(
                QCoreApplication.translate(
                    "Pictures", "{0} is larger than 25 MB: save it smaller."
                ).format(source.path.name)
            )
        data = source.path.read_bytes()
    except OSError as error:
        raise UserError(
            QCoreApplication.translate("Pictures", "{0} cannot be read.").format(source.path.name)
        ) from error
    kind = _kind(data)
    image = decode(data)
    if image is None:
        raise UserError(
            QCoreApplication.translate("Pictures", "{0} is not a picture that can be read.").format(
                source.path.name
            )
        )
    if kind in _KEPT_AS_IT_IS:
        return Picture(data, source.path.name, _KEPT_AS_IT_IS[kind])
    return Picture(_png(image), f"{source.path.stem}.png")


def decode(data: bytes) -> QImage | None:
    """Return a picture from kept bytes, or None when they are none."""
    image = QImage()
    return image if image.loadFromData(QByteArray(data)) else None


def thumbnail(image: QImage) -> QImage:
    """Return a picture at the size of a thumbnail, twice as fine for sharp screens."""
    return image.scaled(
        THUMB * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _kind(data: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return bytes(QImageReader.imageFormat(buffer).data()).decode("ascii", "replace")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(80)
    writer.write(image)
    return bytes(buffer.data().data())

"""Cropping a picture and making parts of it unrecognisable: pure functions from bytes to bytes."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from changedesk.store.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

CELL = 24
MOST_COLUMNS, MOST_ROWS = 6, 3
_SOFT = 8
_DARKER = 32
_QUALITY = 92


@dataclass(frozen=True)
class Box:
    """A part of a picture, in its points from the top left corner."""

    left: int
    top: int
    width: int
    height: int

    def within(self, width: int, height: int) -> "Box | None":
        """Return what of it lies within a picture of this size; None for nothing."""
        left, top = max(0, self.left), max(0, self.top)
        right = min(width, self.left + self.width)
        bottom = min(height, self.top + self.height)
        if right <= left or bottom <= top:
            return None
        return Box(left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Edits:
    """What is done to a picture; boxes are those of the picture as it came, crop included."""

    crop: Box | None = None
    blurred: tuple[Box, ...] = ()

    def __bool__(self) -> bool:
        return self.crop is not None or bool(self.blurred)

    @property
    def in_words(self) -> str:
        """Return what was done, for the caption of the evidence."""
        places = "1 place" if len(self.blurred) == 1 else f"{len(self.blurred)} places"
        done = ["cropped"] if self.crop is not None else []
        done += [f"{places} made unrecognisable"] if self.blurred else []
        return " and ".join(done).capitalize()


def edited(data: bytes, edits: Edits) -> bytes:
    """Return a picture cropped and blurred: a JPEG stays one, everything else becomes a PNG.

    Nothing else of the file is kept: what a camera or a program wrote into it may hold a small
    copy of the original. Raises UserError for what is no picture, or when nothing would be left.
    """
    from PIL import Image  # noqa: PLC0415 - only pictures need it

    try:
        with Image.open(BytesIO(data)) as opened:
            jpeg = opened.format == "JPEG"
            plain = jpeg or not opened.has_transparency_data
            picture = opened.convert("RGB" if plain else "RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UserError("This is not a picture that can be edited.") from None
    for box in edits.blurred:
        _blur(picture, box)
    if edits.crop is not None:
        kept = edits.crop.within(*picture.size)
        if kept is None:
            raise UserError("Nothing would be left of the picture: choose another part of it.")
        picture = picture.crop(_corners(kept))
    out = BytesIO()
    if jpeg:
        _bare(picture).save(out, "JPEG", quality=_QUALITY)
    else:
        _bare(picture).save(out, "PNG")
    return out.getvalue()


def unrecognisable(points: bytes, width: int, height: int) -> bytes:
    """Return the points (RGBA, four bytes each) of a part of a picture with its detail destroyed.

    What is left are a few rough averages, however large the part is: at most 6 by 3 of them, in 8
    steps of each colour. They are drawn soft, and always opaque.
    """
    from PIL import Image  # noqa: PLC0415 - only pictures need it

    part = Image.frombytes("RGBA", (width, height), points)
    return _destroyed(part).convert("RGBA").tobytes()


def _blur(picture: "Image", box: Box) -> None:
    inside = box.within(*picture.size)
    if inside is not None:
        part = picture.crop(_corners(inside)).convert("RGBA")
        picture.paste(_destroyed(part), (inside.left, inside.top))


def _destroyed(part: "Image") -> "Image":
    from PIL import Image, ImageFilter  # noqa: PLC0415 - only pictures need it

    ground = Image.new("RGBA", part.size, "white")
    flat = Image.alpha_composite(ground, part).convert("RGB")
    columns = min(MOST_COLUMNS, -(-part.width // CELL))
    rows = min(MOST_ROWS, -(-part.height // CELL))
    rough = flat.resize((columns, rows), Image.Resampling.BOX).point(_step)
    # A mosaic, so that everybody sees that something was hidden here, on an even ground too.
    for place in range(columns * rows):
        column, row = place % columns, place // columns
        if (column + row) % 2:
            red, green, blue = rough.getpixel((column, row))  # type: ignore[misc]
            rough.putpixel((column, row), tuple(max(0, v - _DARKER) for v in (red, green, blue)))
    # Softened while it is small: a large part takes no longer than a small one.
    cells = rough.resize((columns * _SOFT, rows * _SOFT), Image.Resampling.NEAREST)
    soft = cells.filter(ImageFilter.GaussianBlur(_SOFT / 4))
    return soft.resize(part.size, Image.Resampling.BICUBIC)


def _step(value: int) -> int:
    return (value & 0xE0) | 0x10


def _bare(picture: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415 - only pictures need it

    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _corners(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.left + box.width, box.top + box.height

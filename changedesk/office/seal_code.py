"""The QR code that repeats a seal in a document."""

from io import BytesIO

from PIL import Image

SEAL_PICTURE = "changedesk-seal"
"""The name of its drawing."""


def seal_code(line: str) -> bytes:
    """Return the code of a seal's long form as a PNG."""
    import segno  # noqa: PLC0415 - with all that it loads, only where a code is made

    out = BytesIO()
    segno.make(line, error="m", micro=False).save(out, kind="png", scale=6, border=1)
    return out.getvalue()


def shows_code(picture: bytes, line: str) -> bool:
    """Say whether `picture` is the code of `line`, however a program packed its points."""
    return _points(picture) == _points(seal_code(line))


def _points(picture: bytes) -> tuple[tuple[int, int], bytes] | None:
    try:
        with Image.open(BytesIO(picture)) as image:
            return image.size, image.convert("RGBA").convert("1").tobytes()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None

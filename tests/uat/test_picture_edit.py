"""Cropping and blurring: what is cut away or blurred cannot be had back from the bytes."""

import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from changedesk.store.errors import UserError
from changedesk.uat.picture_edit import Box, Edits, edited, unrecognisable

BOX = Box(60, 40, 240, 72)


def noise(seed: int = 1, size: tuple[int, int] = (400, 300)) -> Image.Image:
    return Image.frombytes("RGB", size, random.Random(seed).randbytes(size[0] * size[1] * 3))


def file_of(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def part(data: bytes, box: Box) -> bytes:
    corners = (box.left, box.top, box.left + box.width, box.top + box.height)
    return opened(data).convert("RGB").crop(corners).tobytes()


def colours(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_crop_has_its_size_and_its_points(kind: str) -> None:
    whole = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    data = edited(file_of(whole, kind), Edits(crop=BOX))
    picture = opened(data)
    assert (picture.format, picture.size) == (kind, (240, 72))
    wanted = colours(whole, (60 + 100, 40 + 30))
    found = colours(picture, (100, 30))
    assert all(abs(a - b) <= 6 for a, b in zip(wanted, found, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_blurred_part_holds_nothing_of_the_original(kind: str) -> None:
    original = file_of(noise(), kind)
    data = edited(original, Edits(blurred=(BOX,)))
    before, after = part(original, BOX), part(data, BOX)
    points = [after[n : n + 3] for n in range(0, len(after), 3)]
    same = sum(before[n : n + 3] == after[n : n + 3] for n in range(0, len(after), 3))
    assert same <= len(points) / 1000
    # Noise has some 17,000 colours in this part; what is left are averages and what is between.
    assert max(after) - min(after) < 100
    assert opened(data).size == opened(original).size


def test_what_is_beside_a_blurred_part_stays_as_it_was() -> None:
    original = file_of(noise())
    data = edited(original, Edits(blurred=(BOX,)))
    for beside in (Box(0, 0, 400, 40), Box(0, 40, 60, 72), Box(300, 40, 100, 72)):
        assert part(data, beside) == part(original, beside)


@given(st.integers(0, 2**32))
def test_pictures_that_differ_only_in_their_detail_are_alike_once_blurred(seed: int) -> None:
    # Moving points about within the cells of the average changes nothing: so no detail is in it.
    # (Their averages lie in the middle of a step, where rounding does not matter.)
    picture = noise(3, (240, 72)).point(lambda value: (value & 0x7F) + 16)
    shuffled = picture.copy()
    for left in range(0, 240, 40):
        for top in range(0, 72, 24):
            corners = (left, top, left + 40, top + 24)
            data = picture.crop(corners).tobytes()
            points = [data[n : n + 3] for n in range(0, len(data), 3)]
            random.Random(seed).shuffle(points)
            shuffled.paste(Image.frombytes("RGB", (40, 24), b"".join(points)), (left, top))
    whole = Edits(blurred=(Box(0, 0, 240, 72),))
    assert edited(file_of(picture), whole) == edited(file_of(shuffled), whole)


def test_two_numbers_cannot_be_told_apart_once_blurred() -> None:
    def written(number: str) -> bytes:
        picture = Image.new("RGB", (400, 300), "white")
        font = ImageFont.load_default(20)
        ImageDraw.Draw(picture).text((70, 60), number, font=font, fill="black")
        return edited(file_of(picture), Edits(blurred=(BOX,)))

    assert written("4929 1234 5678 9012") == written("4929 8021 6573 2194")


def test_blurring_twice_and_parts_that_reach_beyond_the_edge() -> None:
    original = file_of(noise())
    data = edited(original, Edits(blurred=(Box(-20, -20, 60, 60), Box(380, 280, 90, 90), BOX)))
    assert part(data, Box(0, 0, 40, 40)) != part(original, Box(0, 0, 40, 40))
    assert edited(original, Edits(blurred=(Box(900, 900, 9, 9),))) == edited(original, Edits())


def test_a_part_is_blurred_before_the_crop_so_both_mean_the_same_points() -> None:
    original = file_of(noise())
    both = edited(original, Edits(Box(100, 50, 150, 50), (BOX,)))
    assert part(both, Box(0, 0, 150, 50)) == part(
        edited(original, Edits(blurred=(BOX,))), Box(100, 50, 150, 50)
    )


def test_nothing_else_of_the_file_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "customer Ada Lovelace"
    photo = file_of(noise(), "JPEG", exif=exif, comment=b"Ada Lovelace")
    assert b"Lovelace" in photo
    assert b"Lovelace" not in edited(photo, Edits(crop=BOX))


def test_a_see_through_picture_stays_so_but_not_where_it_is_blurred() -> None:
    glass = Image.new("RGBA", (300, 200), (255, 0, 0, 0))
    data = edited(file_of(glass), Edits(blurred=(Box(0, 0, 100, 100),)))
    picture = opened(data)
    assert colours(picture, (200, 150))[3] == 0
    assert colours(picture, (50, 50))[3] == 255


def test_the_preview_shows_what_is_kept() -> None:
    whole = noise(5, (240, 72))
    shown = unrecognisable(whole.convert("RGBA").tobytes(), 240, 72)
    kept = opened(edited(file_of(whole), Edits(blurred=(Box(0, 0, 240, 72),))))
    assert Image.frombytes("RGBA", (240, 72), shown).convert("RGB").tobytes() == kept.tobytes()


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (4000, 3000)])
def test_parts_of_any_size_are_blurred(size: tuple[int, int]) -> None:
    picture = Image.effect_noise(size, 60).convert("RGB")
    data = edited(file_of(picture), Edits(blurred=(Box(0, 0, *size),)))
    assert opened(data).size == size


def test_what_is_no_picture_or_would_be_empty_is_said_in_a_sentence() -> None:
    with pytest.raises(UserError, match="not a picture"):
        edited(b"%PDF-1.7 no picture", Edits(crop=BOX))
    with pytest.raises(UserError, match="Nothing would be left"):
        edited(file_of(noise()), Edits(crop=Box(500, 10, 50, 50)))


def test_the_caption_says_what_was_done() -> None:
    assert Edits(BOX, (BOX,)).in_words == "Cropped and 1 place made unrecognisable"
    assert Edits(blurred=(BOX, BOX)).in_words == "2 places made unrecognisable"
    assert not Edits()

"""The look keeps its promises: contrast, one family of icons, a tone for every state."""

import gc
import json
from pathlib import Path

import pytest

from changedesk.desk import SCHEMA
from changedesk.store.spec import spec_of
from ui.theme import icons
from ui.theme.statuses import TONES, tone_of
from ui.theme.theme import Mode, Theme
from ui.theme.tokens import DARK, LIGHT, PAIRS, ROLES, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast_is_at_least_that_of_wcag_aa(tokens, ink, ground, least):
    assert contrast(tokens.role(ink), tokens.role(ground)) >= least


def test_contrast_is_counted_as_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FF0000", "#00FF00") == contrast("#00FF00", "#FF0000")


def test_every_ink_is_held_to_a_contrast():
    paired = {name for ink, ground, _ in PAIRS for name in (ink, ground)}
    assert {role for role in ROLES if role.endswith(("_ink", "_fill"))} <= paired


def test_every_state_and_level_has_a_tone():
    codes = {
        choice.code
        for record_type in SCHEMA.types
        for field in spec_of(record_type).fields
        for choice in field.choices
        if choice.glyph
    }
    assert codes - set(TONES) == set()
    assert {tone_of(code) for code in codes} <= {"good", "bad", "warning", "info", "quiet"}


def test_every_state_has_a_glyph_and_a_word():
    for record_type in SCHEMA.types:
        for field in spec_of(record_type).fields:
            # What a link means or a criterion measures is no state: it has words alone.
            assert len({bool(choice.glyph) for choice in field.choices}) <= 1, field.name
            assert all(choice.label for choice in field.choices)


def test_icons_are_where_the_family_has_them():
    table = json.loads(
        (icons.font_path().parent / "remixicon-charmap-2.5.0.json").read_text("utf-8")
    )
    for name, place in icons.GLYPHS.values():
        assert int(table[name], 16) == place


def test_an_icon_takes_the_colour_of_its_role(theme):
    image = theme.icon("add", "bad_ink").pixmap(32, 32).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {theme.color("bad_ink").name()}


def test_icons_and_colours_follow_the_theme(theme, qtbot):
    light = theme.color("text")
    with qtbot.waitSignal(theme.changed):
        theme.choose(Mode.DARK)
    assert theme.dark
    assert theme.color("text") != light
    theme.choose(Mode.LIGHT)
    assert theme.color("text") == light


def test_a_role_that_is_none_is_a_mistake(theme):
    with pytest.raises(KeyError):
        theme.color("pink")


def test_no_picture_of_the_look_is_missing():
    folder = Path(__file__).resolve().parents[3] / "resources" / "icons"
    for name in ("light", "dark"):
        assert (folder / f"down-{name}.png").is_file()
        assert (folder / f"down-{name}@2x.png").is_file()


def test_a_theme_that_is_found_among_garbage_takes_no_icon_with_it(qapp):
    theme = Theme(qapp)
    vars(theme)["circle"] = theme
    icon = theme.icon("add", "good_ink")
    del theme
    gc.collect()
    assert not icon.pixmap(16, 16).isNull()

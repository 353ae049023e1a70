"""Every bubble has a place of its own, whatever the crowd."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ui.impact.bubble_layout import Item, Room, laid_out

ROOM = Room(1000, 560, 48, 40, 16, 22, 170)
CELLS = st.none() | st.tuples(st.integers(1, 5), st.integers(1, 5))
CROWDS = st.lists(
    st.tuples(CELLS, st.none() | st.integers(0, 900), st.integers(1, 2)), max_size=60
).map(lambda rows: [Item(key, *row) for key, row in enumerate(rows)])


def apart(one, other):
    return (
        one.right <= other.left + 0.01
        or other.right <= one.left + 0.01
        or one.bottom <= other.top + 0.01
        or other.bottom <= one.top + 0.01
    )


@given(CROWDS, st.sampled_from((700, 1000, 1700)))
def test_no_bubble_or_label_lies_on_another(items, width):
    layout = laid_out(items, replace(ROOM, width=width))
    slots = [spot.slot for spot in layout.spots.values()]
    assert len(slots) == len(items)
    assert all(apart(one, other) for one, other in combinations(slots, 2))


@given(CROWDS)
def test_every_bubble_is_in_its_cell_and_within_the_chart(items):
    layout = laid_out(items, ROOM)
    for item in items:
        spot = layout.spots[item.key]
        assert layout.key_at(spot.x, spot.y) == item.key
        assert layout.cell_at(spot.x, spot.y) == item.cell
        assert spot.y - spot.radius >= 0
        assert spot.y + spot.radius <= layout.height


@given(CROWDS)
def test_areas_are_as_headcounts(items):
    spots = laid_out(items, ROOM).spots
    sized = sorted((i for i in items if i.people), key=lambda i: i.people)
    radii = [spots[item.key].radius for item in sized]
    assert radii == sorted(radii)


def test_a_crowd_makes_the_chart_grow_and_no_less():
    crowd = [Item(key, (5, 5), None, 1) for key in range(120)]
    assert laid_out(crowd, ROOM).height > ROOM.height
    assert laid_out(crowd[:8], ROOM).height == ROOM.height

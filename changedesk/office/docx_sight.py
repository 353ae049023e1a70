"""What of a document's text a reader cannot see, by its own look or that of its styles."""

from collections.abc import Iterable, Iterator

from lxml import etree

from changedesk.office.contrast import BLACK, WHITE, is_lost, is_sign_font, six_digits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL, _FILL, _COLOR = f"{_W}val", f"{_W}fill", f"{_W}color"
_OFF = {"0", "false", "off", "none"}
_LEAST_SIZE = 8  # half points
_LEAST_LINE = 60  # twentieths of a point
_LEAST_WIDTH = 20  # per cent of a letter's own
_FARTHEST = 200  # half points above or below the line
_WIDEST_INDENT = 10_000  # twentieths of a point, more than a page
_SWITCHES = ("vanish", "specVanish", "strike", "dstrike")
_GROUND = {"background1", "light1", "background2", "light2"}
_HIGHLIGHTS = {
    "black": BLACK, "white": WHITE, "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF",
    "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000", "darkBlue": "00008B",
    "darkCyan": "008B8B", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000",
    "darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}  # fmt: skip

Look = etree._Element | None  # noqa: SLF001 - elements have no public name
_Key = tuple[object, ...]


class Sight:
    """Knows the styles of one document. Colours of its theme count by the value written beside."""

    def __init__(self, styles: Look) -> None:
        found = () if styles is None else tuple(styles.iter(f"{_W}style"))
        self._styles = {str(style.get(f"{_W}styleId")): style for style in found}
        self._plain = [
            style
            for style in found
            if style.get(f"{_W}type") == "paragraph"
            and style.get(f"{_W}default") not in (None, "0")
        ]
        whole = None if styles is None else styles.find(f"{_W}docDefaults/{_W}rPrDefault")
        self._whole = [] if whole is None else [whole]
        self._known: dict[_Key, bool] = {}

    def hides(self, run: Look, paragraph: Look, ground: str) -> bool:
        """Say whether text of the looks `run` and `paragraph` cannot be seen on `ground`."""
        key = (_key(run), _key(paragraph), ground)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._hides(run, paragraph, ground)
        return known

    def is_numbered(self, paragraph: Look) -> bool:
        """Say whether a list puts a number or sign before the paragraph."""
        for look in self._of_paragraph(paragraph, "pPr"):
            number = look.find(f"{_W}numPr/{_W}numId")
            if number is not None:
                return number.get(_VAL) != "0"
        return False

    def _hides(self, run: Look, paragraph: Look, ground: str) -> bool:
        of_paragraph = [*self._of_paragraph(paragraph, "pPr")]
        shade = _first(of_paragraph, "shd")
        spacing = _first(of_paragraph, "spacing")
        looks = [*self._of_run(run), *self._of_paragraph(paragraph, "rPr"), *self._whole_looks()]
        if any(_is_on(_first(looks, name)) for name in _SWITCHES) or _is_signs(looks):
            return True
        if abs(_number(_first(looks, "position"), _VAL, 0)) > _FARTHEST:
            return True
        if _number(_first(looks, "w"), _VAL, 100) < _LEAST_WIDTH or _is_off_page(of_paragraph):
            return True
        if any(next(look.iter("{*}textFill"), None) is not None for look in looks):
            return True
        if _number(_first(looks, "sz"), _VAL, _LEAST_SIZE) < _LEAST_SIZE:
            return True
        exact = spacing is not None and spacing.get(f"{_W}lineRule") == "exact"
        if exact and _number(spacing, f"{_W}line", _LEAST_LINE) < _LEAST_LINE:
            return True
        ground = _ground(_first(looks, "highlight"), _first(looks, "shd"), shade) or ground
        ink = _ink(_first(looks, "color"))
        return ink is not None and is_lost(ink, ground)

    def _of_run(self, run: Look) -> Iterator[etree._Element]:
        if run is not None:
            yield run
            yield from self._chain(run.find(f"{_W}rStyle"), "rPr")

    def _of_paragraph(self, paragraph: Look, part: str) -> Iterator[etree._Element]:
        if paragraph is not None and part == "pPr":
            yield paragraph
        named = None if paragraph is None else paragraph.find(f"{_W}pStyle")
        if named is None:
            yield from (found for one in self._plain for found in one.iterchildren(f"{_W}{part}"))
        else:
            yield from self._chain(named, part)

    def _whole_looks(self) -> Iterator[etree._Element]:
        for one in self._whole:
            yield from one.iterchildren(f"{_W}rPr")

    def _chain(self, named: Look, part: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        name = "" if named is None else str(named.get(_VAL))
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield from style.iterchildren(f"{_W}{part}")
            based = style.find(f"{_W}basedOn")
            name = "" if based is None else str(based.get(_VAL))


def cell_ground(cell: etree._Element, ground: str) -> str:
    """Return the ground of a table cell, `ground` where it has none of its own."""
    return _ground(cell.find(f"{_W}tcPr/{_W}shd")) or ground


def is_closed(row: etree._Element) -> bool:
    """Say whether a table row is hidden, or too low to show a line."""
    height = row.find(f"{_W}trPr/{_W}trHeight")
    exact = height is not None and height.get(f"{_W}hRule") == "exact"
    low = exact and _number(height, _VAL, _LEAST_LINE) < _LEAST_LINE
    return low or _is_on(row.find(f"{_W}trPr/{_W}hidden"))


def is_covered(cell: etree._Element) -> bool:
    """Say whether a table cell is merged into the one above, which alone is shown."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(_VAL) != "restart"


def _key(look: Look) -> _Key:
    return () if look is None else tuple((child.tag, *child.values()) for child in look)


def _first(looks: Iterable[etree._Element], name: str) -> Look:
    found = (look.find(f"{_W}{name}") for look in looks)
    return next((one for one in found if one is not None), None)


def _is_on(switch: Look) -> bool:
    return switch is not None and switch.get(_VAL) not in _OFF


def _number(element: Look, name: str, default: float) -> float:
    try:
        return default if element is None else float(element.get(name, default))
    except ValueError:
        return default


def _is_signs(looks: Iterable[etree._Element]) -> bool:
    """Say whether letters are shown as the signs of another font."""
    fonts = _first(looks, "rFonts")
    return fonts is not None and any(is_sign_font(str(one)) for one in fonts.values())


def _is_off_page(looks: Iterable[etree._Element]) -> bool:
    indent = _first(looks, "ind")
    sides = [] if indent is None else indent.keys()
    return any(abs(_number(indent, str(side), 0)) > _WIDEST_INDENT for side in sides)


def _ink(color: Look) -> str | None:
    if color is None:
        return None
    if color.get(f"{_W}themeColor") in _GROUND:
        return WHITE
    return six_digits(color.get(_VAL))


def _ground(*shades: Look) -> str | None:
    for shade in shades:
        if shade is not None:
            named = _HIGHLIGHTS.get(str(shade.get(_VAL)))
            solid = _COLOR if shade.get(_VAL) == "solid" else _FILL
            if found := named or six_digits(shade.get(solid)):
                return found
    return None

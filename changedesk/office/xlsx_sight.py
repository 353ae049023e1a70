"""What the styles of a workbook hide: ink of the ground's colour, formats that show another value.

A cell's ink is judged on its own ground, that of a conditional format on white paper where it
brings no ground along.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.numbers import BUILTIN_FORMATS

from changedesk.office.contrast import BLACK, WHITE, is_lost, is_sign_font, six_digits
from changedesk.office.number_formats import shows_otherwise
from changedesk.office.package import Package

_LEAST_SIZE = 4.0  # points
_MOST_INDENT = 30
_TRUE = {"1", "true"}

Node = etree._Element | None  # noqa: SLF001 - elements have no public name


@dataclass(frozen=True)
class CellSight:
    """What a cell's style does to what stands in it."""

    format: str = "General"
    hides: str = ""
    misleads: bool = False


class BookSight:
    """Knows the styles of one workbook."""

    def __init__(self, package: Package) -> None:
        themes = package.related(package.main, "theme")
        self._theme = _theme_colors(package.tree(themes[0])) if themes else []
        parts = package.related(package.main, "styles")
        root = package.tree(parts[0]) if parts else None
        formats = () if root is None else root.iter("{*}numFmt")
        self._formats = {
            **{str(number): code for number, code in BUILTIN_FORMATS.items()},
            **{str(one.get("numFmtId")): str(one.get("formatCode")) for one in formats},
        }
        fonts, fills = _children(root, "fonts"), _children(root, "fills")
        self._cells = [self._cell(one, fonts, fills) for one in _children(root, "cellXfs")]
        self._rules = _children(root, "dxfs")

    def cell(self, style: str | None) -> CellSight:
        """Return what the style with this number does."""
        number = int(style or 0)
        return self._cells[number] if number < len(self._cells) else CellSight()

    def _cell(
        self, style: etree._Element, fonts: list[etree._Element], fills: list[etree._Element]
    ) -> CellSight:
        code = self._formats.get(str(style.get("numFmtId")), "General")
        font, fill = (
            all_of[number] if (number := int(style.get(f"{name}Id", 0))) < len(all_of) else None
            for name, all_of in (("font", fonts), ("fill", fills))
        )
        pattern = None if fill is None else fill.find("{*}patternFill")
        solid = pattern is not None and pattern.get("patternType", "none") != "none"
        ground = self._color(pattern.find("{*}fgColor")) if pattern is not None and solid else None
        hides = "its text cannot be read" if self._is_lost(font, ground) else ""
        aligned = style.find("{*}alignment")
        if aligned is not None and int(aligned.get("indent", 0)) > _MOST_INDENT:
            hides = "its text is pushed out of sight"
        return CellSight(code, hides, shows_otherwise(code))

    def rule_hides(self, rule: etree._Element) -> bool:
        """Say whether a conditional format hides or changes what the cells show."""
        if any(
            one.get("showValue") in ("0", "false") for one in rule.iter("{*}dataBar", "{*}iconSet")
        ):
            return True
        scales = (color for scale in rule.iter("{*}colorScale") for color in scale.iter("{*}color"))
        if any(is_lost(BLACK, self._color(color) or WHITE) for color in scales):
            return True
        own = list(rule.iter("{*}dxf"))
        number = rule.get("dxfId")
        if number is not None and number.isdecimal() and int(number) < len(self._rules):
            own.append(self._rules[int(number)])
        return any(self._look_hides(look) for look in own)

    def _look_hides(self, look: etree._Element) -> bool:
        number = look.find("{*}numFmt")
        if number is not None and shows_otherwise(str(number.get("formatCode"))):
            return True
        pattern = look.find("{*}fill/{*}patternFill")
        # In a rule the ground of a plain fill is called its background.
        ground = None if pattern is None else self._color(pattern.find("{*}bgColor"))
        return self._is_lost(look.find("{*}font"), ground)

    def run_hides(self, look: etree._Element) -> bool:
        """Say whether a run of a rich text cannot be seen on white paper."""
        return self._is_lost(look, None)

    def _is_lost(self, font: Node, ground: str | None) -> bool:
        color = None if font is None else font.find("{*}color")
        size = None if font is None else font.find("{*}sz")
        if font is not None and (_is_struck(font) or _is_signs(font)):
            return True
        if size is not None and float(size.get("val", _LEAST_SIZE)) < _LEAST_SIZE:
            return True
        ink = self._color(color)
        if ink is None:
            return ground is not None and is_lost(BLACK, ground)
        return is_lost(ink, ground or WHITE)

    def _color(self, color: Node) -> str | None:
        """Return a colour as six digits, None for the automatic one."""
        if color is None:
            return None
        if (index := color.get("indexed")) is not None:
            known = int(index) < len(COLOR_INDEX)
            return six_digits(str(COLOR_INDEX[int(index)])) if known else None
        if (number := color.get("theme")) is not None:
            known = int(number) < len(self._theme)
            return _tinted(self._theme[int(number)], float(color.get("tint", 0))) if known else None
        return six_digits(color.get("rgb"))


def _is_struck(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val") not in ("0", "false")


def _is_signs(font: etree._Element) -> bool:
    return any(
        is_sign_font(str(one.get("val"))) for one in font.iterchildren("{*}name", "{*}rFont")
    )


def is_on(value: str | None) -> bool:
    """Say whether a switch of the file is on."""
    return value in _TRUE


def _children(root: Node, name: str) -> list[etree._Element]:
    found = None if root is None else root.find(f"{{*}}{name}")
    return [] if found is None else list(found.iterchildren(etree.Element))


def _theme_colors(theme: etree._Element) -> list[str]:
    """Return a theme's colours in the order in which cells count them: paper comes before ink."""
    scheme = next(theme.iter("{*}clrScheme"), None)
    found = [] if scheme is None else list(scheme.iterchildren(etree.Element))
    colors = [next(_values(one), BLACK) for one in found]
    return [colors[at] for at in (1, 0, 3, 2)] + colors[4:] if len(colors) > 3 else []


def _values(color: etree._Element) -> Iterator[str]:
    for one in color.iterchildren(etree.Element):
        if found := six_digits(one.get("lastClr") or one.get("val")):
            yield found


def _tinted(color: str, tint: float) -> str:
    parts = [int(color[at : at + 2], 16) for at in (0, 2, 4)]
    lit = [part + (255 - part) * tint if tint > 0 else part * (1 + tint) for part in parts]
    return "".join(f"{round(min(max(part, 0), 255)):02X}" for part in lit)

"""Looks that change what a reader takes from a file, told apart from how programs write them.

They are not in the seal, because only the file as made says which of them are right: the number
format of each number, merged cells, what is printed of a sheet and at its head and foot, charts. A
workbook's chart counts by the cells that it draws, a document's by the figures inside it; both by
their kind, words and the ends of their axes. Colours, fonts, sizes and places are not compared:
no two programs save them alike.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from changedesk.office.number_formats import bare_format
from changedesk.office.package import Package
from changedesk.office.read_xlsx import is_machinery
from changedesk.office.seal import Change, canonical
from changedesk.office.xlsx_sight import BookSight

_DRAWN_AS = re.compile(r'&K[0-9A-Fa-f]{6}|&"[^"]*"|&\d+ ?|&[BIUESXY]')
_SEEN = ("c", "mergeCell", "headerFooter")
_AXES = {"min", "max", "orientation", "delete", "grouping", "logBase"}
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Looks = Iterator[tuple[str, str]]


def changed_looks(before: Path, after: Path) -> list[Change]:
    """Name the looks that differ between two files of one kind, in the order of the first."""
    with Package(before) as one, Package(after) as other:
        was, now = dict(_looks(one)), dict(_looks(other))
    return [
        Change(place, was.get(place, ""), now.get(place, ""))
        for place in {**was, **now}
        if was.get(place, "") != now.get(place, "")
    ]


def _looks(package: Package) -> Looks:
    if package.is_document:
        yield from _charts(package, package.main, figures=True)
        return
    sight = BookSight(package)
    sheets = package.sheets()
    for area in package.tree(package.main).iter("{*}definedName"):
        number = area.get("localSheetId", "")
        if area.get("name") == "_xlnm.Print_Area" and number.isdecimal():
            sheet = sheets[int(number)][0]
            yield f"{sheet}!what is printed", _plain(area.text or "")
    for name, part in sheets:
        if not is_machinery(name):
            yield from ((f"{name}!{place}", look) for place, look in _sheet(package, part, sight))


def _sheet(package: Package, part: str, sight: BookSight) -> Looks:
    merged = []
    for element in package.elements(part, *_SEEN):
        name = etree.QName(element).localname
        if name == "mergeCell":
            merged.append(str(element.get("ref")))
        elif name == "headerFooter":
            for margin in element.iterchildren(etree.Element):
                yield f"{etree.QName(margin).localname}", _margin(margin.text or "")
        elif element.get("t", "n") == "n" and element.find("{*}v") is not None:
            look = bare_format(sight.cell(element.get("s")).format)
            yield f"{element.get('r')}, number format", look
    yield "merged cells", " ".join(sorted(merged))
    for drawing in package.related(part, "drawing"):
        yield from _charts(package, drawing, figures=False)


def _charts(package: Package, part: str, *, figures: bool) -> Looks:
    targets = package.relations(part)
    for number, chart in enumerate(package.tree(part).iter("{*}chart"), 1):
        target = targets.get(str(chart.get(f"{_R}id")), "")
        for what, said in _chart(package, target, figures=figures):
            yield f"chart {number}, {what}", said


def _margin(text: str) -> str:
    return canonical("s", _DRAWN_AS.sub("", text))


def _chart(package: Package, part: str, *, figures: bool) -> Looks:
    """Yield what a chart says: with its own `figures`, or by the cells that hold them."""
    root = package.tree(part) if package.has(part) else etree.Element("nothing")
    named = [(etree.QName(one).localname, one) for one in root.iter(etree.Element)]
    yield "kind", _line(name for name, _ in named if name.endswith("Chart"))
    if figures:
        yield "figures", _line(_figure(one.text or "") for name, one in named if name == "v")
    else:
        cells = (one.text or "" for name, one in named if name == "f")
        yield "cells", _line(_plain(text) for text in cells)
    titles = (one.text or "" for rich in root.iter("{*}rich") for one in rich.iter("{*}t"))
    yield "words", _line(titles)
    ends = ((name, one.get("val")) for name, one in named if name in _AXES)
    yield "axes", _line(f"{name} {value}" for name, value in ends if value)


def _plain(reference: str) -> str:
    return reference.replace("'", "").replace("$", "")


def _line(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)


def _figure(text: str) -> str:
    try:
        return canonical("n", text)
    except ValueError:
        return text

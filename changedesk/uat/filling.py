"""The values of a data set, put into the words of a step: `<name>`, `[name]` and `${name}`."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\$\{([^{}\n]+)\}|<([^<>\n]+)>|\[([^\[\]\n]+)\]")


def values_of(text: str) -> dict[str, str]:
    """Return what the lines "name = value" of a data set say; a line without a name is left out."""
    pairs = (line.partition("=") for line in text.split("\n"))
    return {name.strip(): value.strip() for name, sign, value in pairs if sign and name.strip()}


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a step's words with the values put in; a place that names none of them stays."""
    if not values or not text:
        return text
    known = {name.casefold(): value for name, value in values.items()}

    def value(match: re.Match[str]) -> str:
        name = next(group for group in match.groups() if group is not None)
        return known.get(name.strip().casefold(), match[0])

    return _PLACE.sub(value, text)


def places(text: str) -> list[str]:
    """Return the names that a text leaves a place for, in their order."""
    found = (next(group for group in match if group) for match in _PLACE.findall(text))
    return [name.strip() for name in found if name.strip()]

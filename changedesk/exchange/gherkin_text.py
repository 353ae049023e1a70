"""Gherkin as nodes: recognised by its first keyword in any of its languages, parsed by Cucumber.

The root is `gherkin`; where the text breaks Gherkin's grammar it has the attribute `error`.
"""

from typing import Any

from changedesk.exchange.trees import Node

ROOT = "gherkin"
LINES_AT_MOST = 30_000
_LANGUAGE = "language:"


def begins_as_gherkin(text: str) -> bool:
    """Tell whether the first word that is no comment and no tag is "Feature:" in any language."""
    tagged = False
    for line in text[:100_000].split("\n"):
        line = line.strip()  # noqa: PLW2901
        if line.startswith("@"):
            tagged = True
        elif line and not line.startswith("#"):
            return ":" in line and _is_feature(line, tagged=tagged)
    return False


def _is_feature(line: str, *, tagged: bool) -> bool:
    from gherkin.dialect import DIALECTS  # noqa: PLC0415

    word, _, rest = line.partition(":")
    known = any(word.strip() in dialect["feature"] for dialect in DIALECTS.values())
    # "Feature:,,," is the first row of somebody's table.
    return known and (tagged or not rest.rstrip().endswith((",,", ";;", "\t\t")))


def gherkin_tree(text: str) -> Node:
    """Return the feature as nodes; the root has `error` and `line` where it is no Gherkin."""
    from gherkin.errors import ParserError  # noqa: PLC0415
    from gherkin.parser import Parser  # noqa: PLC0415

    if text.count("\n") > LINES_AT_MOST:
        return _broken(f"it has more than {LINES_AT_MOST:,} lines", 1)
    try:
        document: Any = Parser().parse(text)
    except ParserError as error:
        first = (getattr(error, "errors", None) or [error])[0]
        line = int((getattr(first, "location", None) or {}).get("line", 1))
        return _broken(f"line {line} breaks the grammar of Gherkin", line)
    feature = document.get("feature")
    if not feature:
        return _broken("it names no feature", 1)
    return Node(ROOT, {"language": feature["language"]}, children=(_section("feature", feature),))


def _broken(why: str, line: int) -> Node:
    return Node(ROOT, {"error": why}, "", line)


def _section(tag: str, part: dict[str, Any]) -> Node:
    """A feature, rule, background, scenario or table of examples, with all that it holds."""
    children = [Node("tag", {}, tag["name"], _line(tag)) for tag in part.get("tags", ())]
    for child in part.get("children", ()):
        children += [_section(name, inner) for name, inner in child.items() if inner]
    children += [_step(step) for step in part.get("steps", ())]
    children += [_section("examples", examples) for examples in part.get("examples", ())]
    if part.get("tableHeader"):
        children += [_row(row) for row in (part["tableHeader"], *part["tableBody"])]
    attributes = {"keyword": part["keyword"].strip(), "name": part.get("name", "").strip()}
    return Node(
        tag, attributes, _unindented(part.get("description", "")), _line(part), tuple(children)
    )


def _step(step: dict[str, Any]) -> Node:
    children = [_row(row) for row in (step.get("dataTable") or {}).get("rows", ())]
    if string := step.get("docString"):
        kind = {"kind": string["mediaType"]} if string.get("mediaType") else {}
        children.append(Node("string", kind, string["content"], _line(string)))
    attributes = {"keyword": step["keyword"], "type": step.get("keywordType", "Unknown")}
    return Node("step", attributes, step["text"], _line(step), tuple(children))


def _row(row: dict[str, Any]) -> Node:
    line = _line(row)
    return Node(
        "row", {}, "", line, tuple(Node("cell", {}, c["value"], line) for c in row["cells"])
    )


def _line(part: dict[str, Any]) -> int:
    return int(part["location"]["line"])


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))

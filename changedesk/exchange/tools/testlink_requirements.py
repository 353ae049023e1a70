"""Requirements of TestLink as XML: specifications in specifications, and relations between them."""

from collections.abc import Iterator
from dataclasses import replace

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import Account, RequirementDraft, RequirementImport
from changedesk.exchange.script_rows import SourceKeys
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import told
from changedesk.exchange.tools.grid import Ledger
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.testlink_words import REQUIREMENT_STATES, REQUIREMENT_TYPES
from changedesk.exchange.tools.tree_rows import name_of, place, root_of
from changedesk.exchange.trees import Node

SOURCE = "TestLink requirements"
_ROOTS = ("requirement-specification", "req_spec", "requirements")
_RELATIONS = {"1": "is the parent of", "2": "blocks", "3": "is related to"}
_BLOCKS = "2"


def knows(file: ForeignFile) -> bool:
    """Tell the export by its root and the ids of its requirements."""
    root = root_of(file, *_ROOTS)
    return root is not None and any(
        node.tag == "req_spec" or (node.tag == "requirement" and node.first("docid") is not None)
        for node in root.walk()
    )


def read(file: ForeignFile, _asked: Asked) -> RequirementImport:
    """Return the requirements with the specifications around them as their area."""
    root = file.tree or Node("req_spec")
    ledger, keys = Ledger(), SourceKeys()
    warnings: list[str] = []
    found: list[RequirementDraft] = []
    for node, specs in _requirements(root, ()):
        ident, title = node.value("docid").strip(), name_of(node.value("title"))
        if not ident and not title:
            ledger.skip(place(node), "the requirement has neither an id nor a title")
            continue
        ledger.read += 1
        ledger.made += 1
        key = keys.take(ident or f"~{title}", "")
        if key != (ident or f"~{title}"):
            warnings.append(f'The id "{ident}" stands more than once: all of them are kept.')
        found.append(
            RequirementDraft(
                source_id=ident,
                source_key=key,
                title=title or ident,
                where=place(node),
                area=" / ".join(specs),
                description=plain_text(node.value("description")),
                further=told(_further(node)),
            )
        )
    related = _related(root, found)
    scopes = sum(bool(plain_text(n.value("scope"))) for n in root.walk() if n.tag == "req_spec")
    if scopes:
        warnings.append(
            f"{scopes} descriptions of specifications in {file.path.name} have no field here and "
            "were left out."
        )
    if not related:
        warnings.insert(0, f"{file.path.name} makes no requirement: it holds none.")
    return RequirementImport(
        file=file.path.name,
        source=SOURCE,
        requirements=tuple(related),
        account=Account(ledger.read, ledger.made, 0, tuple(ledger.skipped)),
        system="testlink",
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _requirements(node: Node, specs: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    title = name_of(node.get("title") or node.get("doc_id")) if node.tag == "req_spec" else ""
    inner = (*specs, title) if title else specs
    for child in node.of("requirement", "req_spec", "requirements"):
        if child.tag == "requirement":
            yield child, inner
        else:
            yield from _requirements(child, inner)


def _further(node: Node) -> list[tuple[str, str]]:
    status, kind = node.value("status").strip(), node.value("type").strip()
    pairs = [
        ("Status", REQUIREMENT_STATES.get(status.upper(), status)),
        ("Type", REQUIREMENT_TYPES.get(kind, kind)),
        ("Expected coverage", node.value("expected_coverage").strip()),
        ("Version", node.value("version").strip()),
        ("Revision", node.value("revision").strip()),
    ]
    pairs += [
        (name_of(field.value("name")), plain_text(field.value("value")))
        for field in node.under("custom_fields", "custom_field")
    ]
    return [(name, text) for name, text in pairs if name]


def _related(root: Node, found: list[RequirementDraft]) -> list[RequirementDraft]:
    """Lay the relations on the requirements: what is blocked depends on what blocks it."""
    depends: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    for node in root.walk():
        if node.tag != "relation":
            continue
        source, target = node.value("source").strip(), node.value("destination").strip()
        kind = node.value("type").strip()
        if not source or not target:
            continue
        words.setdefault(source, []).append(f"{_RELATIONS.get(kind, 'is related to')} {target}")
        if kind == _BLOCKS:
            depends.setdefault(target, []).append(source)
    return [
        replace(
            draft,
            depends=tuple(dict.fromkeys(depends.get(draft.source_id, ()))),
            further=told(
                [*draft.further, ("Relations", "\n".join(words.get(draft.source_id, ())))]
            ),
        )
        for draft in found
    ]


RECOGNISER = Recogniser("requirements", SOURCE, knows, read)

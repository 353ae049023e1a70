"""Keeps the texts of the window for translators: run it from the project folder after a change.

    python packaging/translations.py           gather texts, and make what Qt reads

`changedesk.ts` is the template that a translation starts from, copied to `changedesk_de.ts` for
German and opened in Qt Linguist. `changedesk_en.ts` holds the English plurals.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from changedesk.desk import SCHEMA  # noqa: E402 - found once the project is on the path
from changedesk.store.spec import spec_of  # noqa: E402
from changedesk.survey import figure_words, ready  # noqa: E402
from changedesk.training.words import LEVELS  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
WORDS = ROOT / "ui" / "record_words.py"
TEMPLATE = FOLDER / "changedesk.ts"
ENGLISH = FOLDER / "changedesk_en.ts"
IRREGULAR = (
    (r"entry\(s\)", "entry", "entries"),
    (r"need\(s\) action", "needs action", "need action"),
    (r"thing\(s\) in the plan that do not", "thing in the plan that does not",
     "things in the plan that do not"),
    (r"thing\(s\) of the form are not as they were", "thing of the form is not as it was",
     "things of the form are not as they were"),
    (r"cell\(s\) were", "cell was", "cells were"),
    (r"run\(s\) taken out. Ctrl\+Z brings them", "run taken out. Ctrl+Z brings it",
     "runs taken out. Ctrl+Z brings them"),
    (r"record\(s\) made from the kit. Ctrl\+Z takes them",
     "record made from the kit. Ctrl+Z takes it", "records made from the kit. Ctrl+Z takes them"),
    (r"answer\(s\) stay out", "answer stays out", "answers stay out"),
    (r"Where do %n person\(s\) go", "Where does %n person go", "Where do %n people go"),
    (r"person\(s\)", "person", "people"),
    (r"\(s\)", "", "s"),
)  # fmt: skip
"""What "(s)" becomes in English behind one and behind many: the first that fits, then the next."""
MARKS = ("tr", "translate", "say", "QT_TRANSLATE_NOOP")
"""What marks a text; but for `tr`, behind its context."""

HEAD = '''"""The words that record types declare, listed for the extractor of texts.

Made by packaging/translations.py; a test says when it must be run again.
"""

from ui.i18n import QT_TRANSLATE_NOOP

RECORD_WORDS: tuple[str, ...] = (
'''


def declared_words() -> list[str]:
    """Return every English word that a record type declares for people, sorted, each once.

    The texts of the ready surveys are among them, as a survey is made in the language of the
    window, and so are the verdicts and tests of the results, and the levels of a skill.
    """
    words = {*ready.texts(), *figure_words.texts(), *LEVELS}
    for record_type in SCHEMA.types:
        spec = spec_of(record_type)
        words |= {spec.label, spec.plural}
        for field in spec.fields:
            words |= {field.label, field.about, field.facts.unit}
            words |= {choice.label for choice in field.choices}
    return sorted(words - {""})


def source_of(words: list[str]) -> str:
    """Return the module that marks the words."""
    lines = []
    for word in words:
        text = '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
        line = f'    QT_TRANSLATE_NOOP("Records", {text}),'
        if len(line) > 100:
            line = f'    QT_TRANSLATE_NOOP(\n        "Records", {text}\n    ),'
        if max(map(len, line.split("\n"))) > 100:
            line = f'    QT_TRANSLATE_NOOP(\n        "Records",\n        {_wrapped(word)},\n    ),'
        lines.append(line)
    return HEAD + "\n".join(lines) + "\n)\n"


def _wrapped(word: str) -> str:
    """Return a long text as literals that stand under each other."""
    pieces = textwrap.wrap(word, 89, drop_whitespace=False, replace_whitespace=False)
    escaped = (piece.replace("\\", "\\\\").replace('"', '\\"') for piece in pieces)
    return "\n        ".join(f'"{piece}"'.replace("\n", "\\n") for piece in escaped)


def tool(name: str) -> Path:
    """Return a program that PySide6 brings along."""
    folder = Path(PySide6.__file__).resolve().parent
    suffix = ".exe" if sys.platform == "win32" else ""
    for place in (folder / f"{name}{suffix}", folder / "Qt" / "libexec" / f"{name}{suffix}"):
        if place.is_file():
            return place
    raise SystemExit(f"PySide6 lacks {name}.")


def marked_texts(source: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the texts that a module marks: context, text, comment, and whether it counts things.

    Qt's own extractor passes over calls by another name, calls within f-strings and counts that
    are no plain numbers: a text that it missed would stay English, and "3 day(s)".
    """

    def walk(node: ast.AST, of_class: str) -> Iterator[tuple[str, str, str, bool]]:
        if isinstance(node, ast.ClassDef):
            of_class = node.name
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            words = [getattr(one, "value", None) for one in node.args]
            texts = [word if isinstance(word, str) else "" for word in words]
            if name == "tr":
                texts, words = [of_class, *texts], [of_class, *words]
            if name in MARKS and len(texts) > 1 and texts[1]:
                yield texts[0], texts[1], "".join(texts[2:3]), len(words) > 3
        for child in ast.iter_child_nodes(node):
            yield from walk(child, of_class)

    yield from walk(ast.parse(source), "")


def gather(target: Path, *options: str) -> None:
    """Gather the texts of the window into a file of translations, keeping what is translated."""
    marked = {
        one for path in (ROOT / "ui").rglob("*.py") for one in marked_texts(path.read_text("utf-8"))
    }
    lines = []
    for *words, counts in sorted(marked):
        told = ", ".join(json.dumps(word, ensure_ascii=False) for word in words)
        lines.append(f"QCoreApplication.translate({told}{', 1' if counts else ''})\n")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text("".join(lines), "utf-8")
        command = [tool("lupdate"), source, "-ts", target, "-no-obsolete", "-locations", "none"]
        subprocess.run([*map(str, command), *options], check=True, capture_output=True)


def fill_plurals(path: Path) -> None:
    """Write the two English forms of each counted text, from its "(s)"."""
    tree = ElementTree.parse(path)  # noqa: S314 - a file of this project
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if message.get("numerus") != "yes" or translation is None:
            continue
        forms = translation.findall("numerusform")
        while len(forms) < 2:
            forms.append(ElementTree.SubElement(translation, "numerusform"))
        for form, place in zip(forms, (1, 2), strict=False):
            form.text = source
            for rule in IRREGULAR:
                form.text = re.sub(rule[0], rule[place], form.text)
        translation.attrib.pop("type", None)
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", "utf-8")


def release(path: Path) -> None:
    """Make what Qt reads from a file of translations."""
    command = [str(tool("lrelease")), str(path), "-qm", str(path.with_suffix(".qm"))]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Bring everything up to date."""
    WORDS.write_text(source_of(declared_words()), "utf-8")
    gather(TEMPLATE)
    gather(ENGLISH, "-pluralonly", "-target-language", "en_US")
    fill_plurals(ENGLISH)
    for path in sorted(FOLDER.glob("changedesk_*.ts")):
        release(path)


if __name__ == "__main__":
    main()

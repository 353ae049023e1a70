"""Rules of this project that no linter knows: each is a small reader of the syntax tree.

Every rule is first shown an offence, so that none of them can fall silent.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINES_AT_MOST = 600

NEVER_IMPORTED = {
    "sqlite3": "one SQLite library in the process: pysqlite3, through changedesk.store",
    "pickle": "nothing from outside may run as code",
    "marshal": "nothing from outside may run as code",
    "shelve": "nothing from outside may run as code",
    "urllib.request": "the program makes no network call",
    "http.client": "the program makes no network call",
    "smtplib": "the program makes no network call",
    "ftplib": "the program makes no network call",
}
NEVER_CALLED = {
    "eval": "nothing from outside may run as code",
    "exec": "nothing from outside may run as code",
    "__import__": "nothing from outside may run as code",
    "extractall": "an archive from outside names its own paths; read its members one by one",
}
RICH_TEXT = {
    "AutoText": "text that looks like markup would become markup",
    "RichText": "text from outside is never markup",
    "MarkdownText": "text from outside is never markup",
    "setHtml": "text from outside is never markup",
    "insertHtml": "text from outside is never markup",
    "appendHtml": "text from outside is never markup",
    "setMarkdown": "text from outside is never markup",
}
# A widget that guesses markup, and the one module that may make it.
ONE_MAKER = {
    "QLabel": "ui/widgets/text.py",
    "QTextEdit": "ui/widgets/text.py",
    "QTextBrowser": "ui/widgets/text.py",
    "QErrorMessage": "ui/prompts.py",
    "QInputDialog": "ui/prompts.py",
    "QMessageBox": "ui/prompts.py",
    "QProgressDialog": "ui/prompts.py",
}
# What shows a tip, and which of its arguments is the text.
TIPS = {"setToolTip": 0, "setWhatsThis": 0, "showText": 1}
TRANSLATED = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
LAMBDA_SLOT = (
    "connects a lambda: it outlives its widget and runs in the sender's thread; "
    "connect a bound method"
)
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")

Finding = tuple[int, str]
Rule = Callable[[ast.AST, str], Iterator[Finding]]


def name_of(node: ast.AST) -> str:
    """The last part of a name: `tr` for `self.tr`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_literal_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def forbidden_imports(tree: ast.AST, _path: str) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for banned in {name for name in NEVER_IMPORTED for used in names if used == name}:
            yield node.lineno, f"imports {banned}: {NEVER_IMPORTED[banned]}"


def forbidden_calls(tree: ast.AST, _path: str) -> Iterator[Finding]:
    for call in calls(tree):
        name = name_of(call.func)
        # Qt's own exec() is an attribute, the built-in is a bare name.
        if name in NEVER_CALLED and (name == "extractall" or isinstance(call.func, ast.Name)):
            yield call.lineno, f"calls {name}: {NEVER_CALLED[name]}"


# The words of all records, written out by a program from their declarations.
GATHERED = "ui/record_words.py"


def small_files(tree: ast.AST, path: str) -> Iterator[Finding]:
    body = getattr(tree, "body", [])
    lines = body[-1].end_lineno if body else 0
    if lines > LINES_AT_MOST and path != GATHERED:
        yield lines, f"{path} has {lines} lines; it holds two things, split it"


def lambda_slots(tree: ast.AST, _path: str) -> Iterator[Finding]:
    for call in calls(tree):
        if name_of(call.func) == "connect" and any(isinstance(a, ast.Lambda) for a in call.args):
            yield call.lineno, LAMBDA_SLOT


def plain_widgets(tree: ast.AST, path: str) -> Iterator[Finding]:
    for node in ast.walk(tree):
        used = []
        if isinstance(node, ast.Call):
            used = [name_of(node.func)]
            if isinstance(node.func, ast.Attribute):
                used.append(name_of(node.func.value))  # QMessageBox.warning(...)
        elif isinstance(node, ast.ClassDef):
            used = [name_of(base) for base in node.bases]
        for name in used:
            maker = ONE_MAKER.get(name)
            if maker and path != maker:
                line = getattr(node, "lineno", 0)
                yield line, f"uses {name}, which guesses markup; only {maker} may make one"


def is_plain_tip(text: ast.AST) -> bool:
    if isinstance(text, ast.IfExp):
        return is_plain_tip(text.body) and is_plain_tip(text.orelse)
    made_by = name_of(text.func) if isinstance(text, ast.Call) else ""
    return is_literal_text(text) or made_by in ("tr", "translate", "plain_tip")


def plain_tips(tree: ast.AST, path: str) -> Iterator[Finding]:
    """A tip is a literal, a literal in tr(), or went through plain_tip()."""
    for call in calls(tree):
        place = TIPS.get(name_of(call.func))
        if place is None or len(call.args) <= place:
            continue
        if not is_plain_tip(call.args[place]):
            yield call.lineno, "a tip guesses markup: pass other text through plain_tip()"
    names = {name_of(node) for node in ast.walk(tree)}
    if "ToolTipRole" in names and "plain_tip" not in names and path != "ui/widgets/text.py":
        yield 1, "answers ToolTipRole without plain_tip(): a view's tip guesses markup"


def no_markup(tree: ast.AST, _path: str) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in RICH_TEXT:
            yield node.lineno, f"uses {node.attr}: {RICH_TEXT[node.attr]}"


def docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def colours_by_key(tree: ast.AST, path: str) -> Iterator[Finding]:
    if path.startswith("ui/theme/"):
        return
    prose = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            found = HEX_COLOUR.search(node.value)
            if found:
                yield node.lineno, f"names the colour {found[0]}; ask the theme for a role"
        if (
            isinstance(node, ast.Attribute)
            and name_of(node.value) == "GlobalColor"
            and node.attr != "transparent"
        ):
            yield node.lineno, f"names the colour {node.attr}; ask the theme for a role"


def literal_translations(tree: ast.AST, _path: str) -> Iterator[Finding]:
    """The extractor sees literals only; values go in with .format() afterwards."""
    for call in calls(tree):
        place = TRANSLATED.get(name_of(call.func))
        if place is None or len(call.args) <= place:
            continue
        text = call.args[place]
        if isinstance(text, ast.JoinedStr):
            yield call.lineno, "an f-string is never found by the translation; use .format()"
        elif isinstance(text, ast.BinOp) or name_of(getattr(text, "func", text)) == "format":
            yield call.lineno, "format after translating: tr(…).format(…)"


def no_modal_loops(tree: ast.AST, path: str) -> Iterator[Finding]:
    # A drag is a loop of Qt's own, whoever begins it: the view of the board draws its card.
    if path in ("ui/app.py", "ui/__main__.py", "ui/uat/defect_board.py"):
        return
    for call in calls(tree):
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("exec", "exec_"):
            yield call.lineno, "opens a second event loop; use open() or popup() and a signal"


EVERYWHERE: list[Rule] = [forbidden_imports, forbidden_calls, small_files]
IN_THE_WINDOW: list[Rule] = [
    lambda_slots,
    plain_widgets,
    plain_tips,
    no_markup,
    colours_by_key,
    literal_translations,
    no_modal_loops,
]

OFFENCES: list[tuple[Rule, str]] = [
    (forbidden_imports, "import sqlite3"),
    (forbidden_imports, "from sqlite3 import connect"),
    (forbidden_imports, "import os, pickle"),
    (forbidden_imports, "from urllib import request"),
    (forbidden_imports, "import urllib.request"),
    (forbidden_calls, "eval(text)"),
    (forbidden_calls, "exec('x = 1')"),
    (forbidden_calls, "zipfile.ZipFile(name).extractall(folder)"),
    (small_files, "x = 1\n" * (LINES_AT_MOST + 1)),
    (lambda_slots, "button.clicked.connect(lambda: self.save())"),
    (plain_widgets, "label = QLabel(name)"),
    (plain_widgets, "label = QtWidgets.QLabel()"),
    (plain_widgets, "class Title(QLabel): pass"),
    (plain_widgets, "QMessageBox.warning(self, 'a', text)"),
    (plain_widgets, "notes = QTextEdit(self)"),
    (plain_tips, "button.setToolTip(person.name)"),
    (plain_tips, "button.setToolTip(self.tr('Run {0}').format(script.title))"),
    (plain_tips, "if role == Qt.ItemDataRole.ToolTipRole:\n    return row.title"),
    (plain_tips, "button.setToolTip(name if name else '')"),
    (plain_tips, "QToolTip.showText(place, name)"),
    (no_markup, "label.setTextFormat(Qt.TextFormat.AutoText)"),
    (no_markup, "view.setHtml(text)"),
    (colours_by_key, "painter.setPen(QColor('#b00020'))"),
    (colours_by_key, "widget.setStyleSheet('QFrame { color: #FFF; }')"),
    (colours_by_key, "pen = QPen(Qt.GlobalColor.red)"),
    (literal_translations, "self.tr(f'{n} steps')"),
    (literal_translations, "self.tr('{0} steps'.format(n))"),
    (literal_translations, "QCoreApplication.translate('Runs', 'Step ' + code)"),
    (literal_translations, "QT_TRANSLATE_NOOP('Pages', f'{n} people')"),
    (no_modal_loops, "dialog.exec()"),
]

FINE: list[str] = [
    "import pysqlite3.dbapi2",
    "sys.exit(app.run())",
    "button.clicked.connect(self.save)",
    "label = plain_label(name)",
    "button.setToolTip(self.tr('Save'))",
    "button.setToolTip(plain_tip(person.name))",
    "label.setToolTip(plain_tip(name) if cut else '')",
    '"""Draws #b00020 nowhere."""',
    "pen = QPen(Qt.GlobalColor.transparent)",
    "self.tr('{0} steps').format(n)",
    "self.tr('%n step(s)', '', n)",
]


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def findings(rules: list[Rule], paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        relative = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text("utf-8"), relative)
        found += [f"{relative}:{line}: {why}" for r in rules for line, why in r(tree, relative)]
    return found


@pytest.mark.parametrize(
    ("rule", "code"), OFFENCES, ids=lambda value: getattr(value, "__name__", "")
)
def test_each_rule_sees_an_offence(rule: Rule, code: str) -> None:
    assert list(rule(ast.parse(code), "ui/uat/page.py"))


@pytest.mark.parametrize("code", FINE)
def test_no_rule_complains_about_good_code(code: str) -> None:
    tree = ast.parse(code)
    for rule in EVERYWHERE + IN_THE_WINDOW:
        assert list(rule(tree, "ui/uat/page.py")) == []


def test_the_program_keeps_the_rules() -> None:
    assert findings(EVERYWHERE, sources("changedesk")) == []


def test_the_window_keeps_the_rules_and_its_own() -> None:
    assert findings(EVERYWHERE + IN_THE_WINDOW, sources("ui")) == []


def test_tests_and_tools_stay_small() -> None:
    assert findings([small_files], [*sources("tests"), ROOT / "dev.py"]) == []


def test_test_folders_are_no_packages() -> None:
    assert [str(path) for path in (ROOT / "tests").rglob("__init__.py")] == []


def test_every_source_says_what_it_holds() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in [*sources("changedesk", "ui", "tests"), ROOT / "dev.py"]
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_the_lock_names_no_package_host_and_pins_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    requirements = re.findall(r"^[a-z].*?(?=^\S|\Z)", lock, flags=re.MULTILINE | re.DOTALL)
    assert len(requirements) > 40
    assert [text for text in requirements if "==" not in text or "--hash=sha256:" not in text] == []

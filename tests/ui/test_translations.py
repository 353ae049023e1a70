"""Every text of the window reaches the translators, and Qt reads what they gave back."""

import importlib.util
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from changedesk.desk import SCHEMA
from changedesk.store.spec import spec_of
from changedesk.survey import figure_words, ready
from ui.i18n import TRANSLATIONS, PseudoTranslator, translate_label
from ui.record_words import RECORD_WORDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_of_the_project", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sources(path):
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


def test_every_word_of_a_record_type_is_marked():
    for record_type in SCHEMA.types:
        spec = spec_of(record_type)
        words = {spec.label, spec.plural}
        for field in spec.fields:
            words |= {field.label, field.about, field.facts.unit}
            words |= {choice.label for choice in field.choices}
        assert words - {""} <= set(RECORD_WORDS), "run python packaging/translations.py"


def test_the_texts_that_the_desk_gives_reach_the_translators(tool, tmp_path):
    words = tool.declared_words()
    assert {*ready.texts(), *figure_words.texts()} <= set(words)
    made = tmp_path / "words.py"
    made.write_text(tool.source_of(words), "utf-8")
    found: dict[str, object] = {}
    exec(compile(made.read_text("utf-8"), "words", "exec"), found)
    assert found["RECORD_WORDS"] == tuple(words)
    assert max(map(len, made.read_text("utf-8").splitlines())) <= 100


def test_the_gathered_texts_are_up_to_date(tool, tmp_path):
    fresh = tmp_path / "changedesk.ts"
    tool.gather(fresh)
    missing = sources(fresh) - sources(TRANSLATIONS / "changedesk.ts")
    assert missing == set(), "run python packaging/translations.py"


def test_english_counts_have_both_forms(dressed):
    translate = QCoreApplication.translate
    assert translate("HistoryPage", "%n value(s)", "", 1) == "1 value"
    assert translate("HistoryPage", "%n value(s)", "", 3) == "3 values"


def test_every_counted_text_has_its_plurals():
    root = ElementTree.parse(TRANSLATIONS / "changedesk_en.ts")
    for message in root.iter("message"):
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2
        assert all(form and "(s)" not in form for form in forms)


def test_what_qt_reads_is_made_from_what_translators_wrote(tool, tmp_path):
    copy = tmp_path / "changedesk_en.ts"
    copy.write_bytes((TRANSLATIONS / "changedesk_en.ts").read_bytes())
    tool.release(copy)
    fresh = copy.with_suffix(".qm").read_bytes()
    kept = (TRANSLATIONS / "changedesk_en.qm").read_bytes()
    assert fresh == kept, "run python packaging/translations.py"


def test_a_translation_reaches_the_words_of_records(dressed):
    translator = PseudoTranslator(dressed)
    dressed.installTranslator(translator)
    try:
        assert translate_label("Severity") == "·Severity Severity·"
    finally:
        dressed.removeTranslator(translator)
    assert translate_label("Severity") == "Severity"


def test_a_translation_file_that_is_broken_is_not_there(dressed, tmp_path):
    broken = tmp_path / "changedesk_xx.qm"
    broken.write_bytes(b"not a translation")
    assert not QTranslator().load(str(broken))


def test_a_text_is_found_however_its_call_is_written(tool):
    source = """
class Page:
    def words(self, n):
        say = QCoreApplication.translate
        told = f"{self.tr('Seen')} {say('Other', 'by %n person(s)', '', len(n) // 2)}"
        return self.tr("{0}", "a day") if told else QT_TRANSLATE_NOOP("Words", "two " "parts")
"""
    assert set(tool.marked_texts(source)) == {
        ("Page", "Seen", "", False), ("Other", "by %n person(s)", "", True),
        ("Page", "{0}", "a day", False), ("Words", "two parts", "", False),
    }  # fmt: skip


def test_english_tells_one_from_many_in_words_too(dressed):
    translate = QCoreApplication.translate
    assert translate("EngagementPanel", "▲ %n need(s) action", "", 1) == "▲ 1 needs action"
    assert translate("EngagementPanel", "▲ %n need(s) action", "", 3) == "▲ 3 need action"
    assert translate("ImportChange", "%n person(s)", "", 2) == "2 people"

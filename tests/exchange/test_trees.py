"""XML and Gherkin come as plain nodes; nothing in them reaches a file, the network or the clock."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.reader import read_file
from changedesk.exchange.trees import Node, build, tell_node
from changedesk.store.errors import UserError

Maker = Callable[..., Path]
FEATURE = """# language: de
@abnahme
Funktionalität: Erstattung

  Szenario: Eine Karte
    Angenommen ich bin angemeldet
    Wenn ich erstatte
      | Betrag |
      | 5,00   |
    Dann steht "x" da
      \"\"\"json
      {"a": 1}
      \"\"\"
"""


def test_elements_come_with_text_attributes_and_line(text_file: Maker) -> None:
    xml = (
        '<?xml version="1.0"?>\n<x:suite xmlns:x="urn:a" name="S &amp; T">\n'
        "  <case x:id='7'>\n    <title><![CDATA[<b>a</b>\r\nb]]></title>\n  </case>\n</x:suite>"
    )
    found = read_file(text_file(xml, name="export.xml"))
    assert (found.kind, found.sheets) == ("xml", ())
    root = found.tree
    assert root is not None
    assert (root.tag, root.get("name"), root.text) == ("suite", "S & T", "")
    case = root.first("case")
    assert case is not None
    assert (case.get("id"), case.line, case.value("title")) == ("7", 3, "<b>a</b>\nb")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_xml_is_read_in_the_encoding_that_it_names(text_file: Maker, encoding: str) -> None:
    named = encoding.removesuffix("-sig").removesuffix("-le")
    xml = f'<?xml version="1.0" encoding="{named}"?><suite name="Prüfung"/>'
    root = read_file(text_file(xml, name="a.xml", encoding=encoding)).tree
    assert root is not None
    assert root.get("name") == "Prüfung"


@given(
    st.recursive(
        st.builds(Node, st.text("ab", min_size=1), st.just({"k": "v"}), st.text("xy")),
        lambda inner: st.builds(
            Node, st.text("ab", min_size=1), st.just({}), st.text("xy"), st.just(3),
            st.lists(inner, max_size=4).map(tuple),
        ),
    )
)  # fmt: skip
def test_a_tree_is_the_same_on_both_sides(node: Node) -> None:
    assert build(tell_node(node)) == node
    assert build([]) is None


HARMFUL = {
    "entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "bomb": '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
    "doctype": '<?xml version="1.0"?><!DOCTYPE suite SYSTEM "http://127.0.0.1:9/a.dtd"><suite/>',
    "unknown entity": "<?xml version='1.0'?><a>before&x;after</a>",
    "deep": "<?xml version='1.0'?>" + "<a>" * 100_000,
    "broken": "<?xml version='1.0'?><suite><case></suite>",
    "cut off": "<?xml version='1.0'?><suite><case>",
    "two roots": "<?xml version='1.0'?><a/><b/>",
    "many elements": "<?xml version='1.0'?><a>" + "<b/>" * 500_000 + "</a>",
    "much markup": "<?xml version='1.0'?><a>" + ("<b>" + "&lt;p>" * 90_000 + "</b>") * 12 + "</a>",
    "long text": "<?xml version='1.0'?><a>" + "x" * 1_100_000 + "</a>",
    "long attribute": "<?xml version='1.0'?><a b='" + "x" * 1_100_000 + "'/>",
    "encoding": "<?xml version='1.0' encoding='nobody'?><a/>",
    "stylesheet": "<?xml version='1.0'?><?xml-stylesheet href='http://127.0.0.1:9/'?><a>",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_xml_is_refused_in_one_sentence(text_file: Maker, name: str) -> None:
    path = text_file(HARMFUL[name], name="export.xml")
    tracemalloc.start()
    with pytest.raises(UserError, match=r"^export\.xml was not read, because .*\.$") as caught:
        read_file(path)
    assert tracemalloc.get_traced_memory()[1] < 300_000_000
    tracemalloc.stop()
    assert str(caught.value).count(". ") == 0
    assert "\n" not in str(caught.value)


def test_an_inclusion_is_an_element_and_loads_nothing(text_file: Maker) -> None:
    xml = (
        '<?xml version="1.0"?><a xmlns:xi="http://www.w3.org/2001/XInclude">'
        '<xi:include href="file:///etc/passwd" parse="text"/></a>'
    )
    root = read_file(text_file(xml, name="a.xml")).tree
    assert root is not None
    assert [(node.tag, node.text) for node in root.walk()] == [("a", ""), ("include", "")]


def test_gherkin_is_read_in_its_language_with_tables_and_strings(text_file: Maker) -> None:
    found = read_file(text_file(FEATURE, name="a.feature"))
    assert found.kind == "text"
    root = found.tree
    assert root is not None
    feature = root.first("feature")
    assert feature is not None
    assert (root.get("language"), feature.get("name")) == ("de", "Erstattung")
    steps = list(feature.under("scenario", "step"))
    assert [step.line for step in steps] == [6, 7, 10]
    assert [cell.text for cell in steps[1].under("row", "cell")] == ["Betrag", "5,00"]
    assert steps[2].value("string") == '{"a": 1}'


def test_a_broken_feature_says_on_which_line(text_file: Maker) -> None:
    text = "Feature: a\n  Scenario: b\n    Given c\n    nonsense\n"
    root = read_file(text_file(text, name="a.feature")).tree
    assert root is not None
    assert root.get("error") == "line 4 breaks the grammar of Gherkin"


@pytest.mark.parametrize(
    "text",
    [
        "ID,Title\n1,Feature: x\n",
        "# a comment\nREQ-1,Title\n",
        "Feature: Login,,,\nID,Title,Steps,Expected\n1,a,b,c\n",
        "@home,a\n1,2\n",
        "Note: this,is\na,table\n",
    ],
)
def test_a_table_is_no_feature(text_file: Maker, text: str) -> None:
    found = read_file(text_file(text))
    assert found.tree is None
    assert found.sheets[0].rows

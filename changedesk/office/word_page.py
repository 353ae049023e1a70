"""The page around the text: A4, header, footer with page numbers and seal, properties."""

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from changedesk.office import palette
from changedesk.office.identity import IDENTITY_PROPERTY, SEAL_PROPERTY, identity_line
from changedesk.office.layout import Document
from changedesk.office.seal import BLANK_SEAL
from changedesk.office.word_styles import style_id
from changedesk.office.word_xml import Element, border, element, field, find, paragraph, run, twips

TEXT_WIDTH = 16.6
"""Centimetres between the side margins."""

_UNUSED = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
"""Parts of the template that name styles of its own and that our documents do without."""

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_AFTER_COMPAT = tuple(
    f"w:{name}"
    for name in ("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
                 "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator")
)  # fmt: skip
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def set_up_page(docx: Docx, document: Document) -> Element:
    """Give the document its page, header and footer; return the footer's place for the seal."""
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.1)
    section.header_distance = section.footer_distance = Cm(1.0)
    _set_edges(docx)
    header = section.header._element  # noqa: SLF001 - its XML has no public name
    footer = section.footer._element  # noqa: SLF001
    _replace(header, _margin_line(run(document.header or document.title), rule="bottom"))
    before, pages, after = _page_words(document.labels.page)
    seal = run(BLANK_SEAL)
    line = _margin_line(
        run(f"{document.labels.seal_key}  "),
        seal,
        element("r", None, element("tab")),
        run(before),
        *field("PAGE"),
        run(pages),
        *field("NUMPAGES"),
        run(after),
        rule="top",
    )
    _replace(footer, line)
    return find(seal, "t")[0]


def _set_edges(docx: Docx) -> None:
    """Say that tables start at the margin, as since Word 2013, not with their text at it."""
    settings = docx.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    compat = element("compat", None, element("compatSetting", {**mode, "val": "15"}))
    settings.insert_element_before(compat, *_AFTER_COMPAT)


def _page_words(pattern: str) -> tuple[str, str, str]:
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def _margin_line(*runs: Element, rule: str) -> Element:
    line = paragraph(style_id("Margin"), *runs)
    properties = line[0]
    stop = element("tab", {"val": "right", "pos": twips(TEXT_WIDTH)})
    thin = border(rule, palette.RULE, 4)
    thin.set(qn("w:space"), "6")
    properties.append(element("pBdr", None, thin))
    properties.append(element("tabs", None, stop))
    return line


def _replace(part: Element, line: Element) -> None:
    for old in list(part):
        part.remove(old)
    part.append(line)


def set_properties(docx: Docx, document: Document) -> None:
    """Set the core properties from the caller's clock, and drop the template's own traces."""
    facts = docx.core_properties
    created = document.identity.created.replace(tzinfo=None)
    facts.title, facts.author, facts.language = document.title, document.author, document.language
    facts.last_modified_by, facts.comments = document.author, ""
    facts.subject, facts.category = document.identity.subject, document.identity.kind
    facts.created = facts.modified = created
    facts.revision = 1
    facts.identifier = identity_line(document.identity)
    for rels in (docx.part.package.rels, docx.part.rels):
        for key, relation in list(rels.items()):
            if relation.reltype in _UNUSED:
                rels.pop(key)


def add_custom_properties(docx: Docx, document: Document, seal: str) -> None:
    """Add the identity and the seal as custom properties."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"cp": _CUSTOM, "vt": _TYPES})
    facts = ((IDENTITY_PROPERTY, identity_line(document.identity)), (SEAL_PROPERTY, seal))
    for number, (name, value) in enumerate(facts, 2):
        attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = value
    package = docx.part.package
    part = Part(
        PackURI("/docProps/custom.xml"),
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        package,
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

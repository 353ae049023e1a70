"""The blocks of a document, each as the elements that stand in its body."""

from changedesk.office import palette
from changedesk.office.layout import (
    Bullets,
    Facts,
    Figures,
    Heading,
    Labels,
    Paragraph,
    SignatureTable,
    Signer,
    Verdict,
)
from changedesk.office.palette import MARKS, Tint
from changedesk.office.word_page import TEXT_WIDTH
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import day
from changedesk.office.word_xml import Element, border, cell, element, paragraph, row, run, table

_BOX = "☐"
_STYLE_OF = {"body": "Normal", "lead": "Lead", "small": "Small"}
_LABEL_WIDTH = 4.2
_SIGN_WIDTHS = (2.9, 2.4, 3.3, 3.3, 2.0, 2.7)
_SIGN_HEIGHT = 1.35


def heading(block: Heading) -> list[Element]:
    """Return a heading."""
    made = paragraph(style_id(f"Heading {block.level}"), run(block.text))
    if block.new_page:
        made[0].append(element("pageBreakBefore"))
    return [made]


def running_text(block: Paragraph) -> list[Element]:
    """Return a paragraph."""
    return [paragraph(style_id(_STYLE_OF[block.style]), run(block.text), keep=block.keep)]


def bullets(block: Bullets) -> list[Element]:
    """Return the points; their signs are text, so a seal covers their numbers too."""
    return [
        paragraph(style_id("Point"), run(f"{number}.\t{item}" if block.numbered else f"•\t{item}"))
        for number, item in enumerate(block.items, 1)
    ]


def facts(block: Facts) -> list[Element]:
    """Return labels and values side by side."""
    widths = [_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH]
    made = table(widths, padding=(0.06, 0.0))
    for label, value in block.rows:
        made.append(
            row(
                cell(widths[0], paragraph(style_id("Fact Label"), run(label))),
                cell(widths[1], paragraph(style_id("Fact"), run(value))),
            )
        )
    return [made, gap()]


def verdict(block: Verdict) -> list[Element]:
    """Return the large statement on its tinted ground."""
    mark = MARKS.get(block.code)
    tint: Tint = palette.TINTS[block.tone or (mark.tone if mark else "accent")]
    text = f"{mark.glyph} {block.text}" if mark else block.text
    lines = [paragraph(style_id("Verdict"), run(text, color=tint.ink), keep=bool(block.detail))]
    if block.detail:
        lines.append(paragraph(style_id("Verdict Detail"), run(block.detail, color=tint.ink)))
    made = table([TEXT_WIDTH], padding=(0.28, 0.45))
    edge = (border("left", tint.solid, 48),)
    made.append(row(cell(TEXT_WIDTH, *lines, fill=tint.fill, borders=edge)))
    return [made, gap()]


def figures(block: Figures) -> list[Element]:
    """Return the row of large numbers."""
    width = TEXT_WIDTH / max(len(block.items), 1)
    made = table([width] * len(block.items), padding=(0.1, 0.25))
    cells = []
    for figure in block.items:
        color = palette.TINTS[figure.tone].ink if figure.tone else ""
        lines = [
            paragraph(style_id("Figure Value"), run(figure.value, color=color)),
            paragraph(style_id("Figure Label"), run(figure.label)),
            paragraph(style_id("Figure Note"), run(figure.note)),
        ]
        cells.append(cell(width, *lines, borders=(border("left", palette.RULE, 12),)))
    made.append(row(*cells))
    return [gap(), made, gap()]


def signatures(block: SignatureTable, labels: Labels) -> list[Element]:
    """Return lines to sign, held on one page with each other and the seal that follows."""
    sides = ("top", "bottom", "insideH")
    made = table(list(_SIGN_WIDTHS), tuple(border(side, palette.RULE_STRONG, 4) for side in sides))
    titles = (
        labels.role, labels.name, labels.meaning, labels.decision, labels.date_and_time,
        labels.signature,
    )  # fmt: skip
    made.append(
        row(
            *(
                cell(
                    width,
                    paragraph(style_id("Table Head"), run(title), keep=True),
                    fill=palette.HEADER_FILL,
                    middle=True,
                )
                for width, title in zip(_SIGN_WIDTHS, titles, strict=True)
            ),
            header=True,
        )
    )
    for signer in block.signers:
        made.append(_signer(signer, block, labels))
    return [made, gap(keep=True)]


def _signer(signer: Signer, block: SignatureTable, labels: Labels) -> Element:
    signed = day(signer.signed, labels) if signer.signed else ""
    texts = (
        [run(signer.role, bold=True)],
        [run(signer.name)],
        [run(signer.meaning)],
        _decision(signer, block),
        [run(signed)],
        [run("")],
    )
    cells = []
    for width, runs in zip(_SIGN_WIDTHS, texts, strict=True):
        words = [paragraph(style_id("Table Text"), part, keep=True) for part in runs]
        cells.append(cell(width, *words, middle=True))
    return row(*cells, height=_SIGN_HEIGHT)


def _decision(signer: Signer, block: SignatureTable) -> list[Element]:
    """Return the decision that was taken, or one box to tick for each that can be."""
    taken = next((c for c in block.decisions if signer.decision in (c.code, c.text)), None)
    remark = [run(signer.remark, color=palette.INK_SOFT)] if signer.remark else []
    if taken:
        ink = palette.TINTS[taken.shade or "accent"].ink
        return [run(taken.text, color=ink, bold=True), *remark]
    if signer.decision:
        return [run(signer.decision, bold=True), *remark]
    return [run(f"{_BOX} {choice.label}") for choice in block.decisions] or [run("")]


def gap(*, keep: bool = False) -> Element:
    """Return a little air; two tables that touch would become one."""
    return paragraph(style_id("Gap"), keep=keep)

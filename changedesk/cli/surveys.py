"""The command that says what the answers to surveys say."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from changedesk.cli.arguments import Address, AsJson, ProjectCode, chosen_project, opened
from changedesk.cli.output import plain, report, table
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.store.text import shortened
from changedesk.store.workspace import Workspace
from changedesk.survey.comparing import Comparison
from changedesk.survey.contrasts import Contrast
from changedesk.survey.figure_words import NOTES, pairing_words, reworded_words
from changedesk.survey.figures import Bar, ItemFigures
from changedesk.survey.queries import survey_called, surveys, wave_called
from changedesk.survey.responding import waiting_answers
from changedesk.survey.results import Results, WaveFigures
from changedesk.survey.results import results as survey_results
from changedesk.survey.scoring import ScaleFigures
from changedesk.survey.statistics.shares import ResponseRate
from changedesk.survey.viewing import Slice

Waits = Mapping[int, int]
"""How many anonymous answers do not count yet, by the key of the wave."""
_NAME, _MOST = 60, 3


def results(
    address: Address,
    project: ProjectCode = "",
    survey: Annotated[str, typer.Option("--survey", metavar="CODE", help="Only this one.")] = "",
    wave: Annotated[str, typer.Option("--wave", metavar="CODE", help="Only this wave.")] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="WHAT", help="Tell apart by group, site, role or a question's key."
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show the figures of surveys; groups too small to be shown are named and left out."""
    with opened(address) as workspace:
        where = chosen_project(workspace, project)
        found = _found(workspace, where.id, survey, wave, by)
        waits = _waits(workspace, found)
    lines = [line for one in found for line in _words(one, waits)]
    report(
        as_json,
        {"surveys": [_facts(one, waits) for one in found]},
        lines or ["There is no survey yet."],
    )


def _found(workspace: Workspace, project: int, survey: str, wave: str, by: str) -> list[Results]:
    one_only = [survey_called(workspace, project, survey)] if survey else []
    chosen = one_only or surveys(workspace, project)
    if wave and len(chosen) > 1:
        raise UserError("There are several surveys: name the one of the wave with --survey.")
    found = []
    for one in chosen:
        asked = wave_called(workspace, one.id, wave).id if wave else None
        found.append(survey_results(workspace, one.id, asked, by or None))
    return found


def _waits(workspace: Workspace, found: list[Results]) -> Waits:
    return {
        one.wave.id: waiting_answers(workspace, one.wave.id)
        for told in found
        for one in told.waves
        if told.survey.anonymous
    }


# -- the contract's keys --------------------------------------------------------------------------


def _facts(found: Results, waits: Waits) -> dict[str, Any]:
    return {
        "code": found.survey.code,
        "title": found.survey.title,
        "mode": found.survey.mode,
        "waves": [{**_wave(one), "waiting": waits.get(one.wave.id, 0)} for one in found.waves],
        "comparisons": [
            _comparison(one, told)
            for one in found.comparisons
            for told in (one.comparison, one.ranks)
            if told is not None
        ],
        "linked": [
            {
                "between": list(one.between),
                "pairs": one.rate.pairs,
                "before": one.rate.before,
                "after": one.rate.after,
                "refused": one.rate.refused,
            }
            for one in found.pairings
        ],
        "reworded": [{"from": old.key, "to": new.key} for old, new in found.reworded],
    }


def _wave(found: WaveFigures) -> dict[str, Any]:
    rate = found.rate
    return {
        "code": found.wave.code,
        "title": found.wave.title,
        "responses": found.responses,
        "partial": found.partial,
        "invited": rate.asked if rate else None,
        "rate": _share(rate.rate) if rate and rate.rate else None,
        "needed": found.needed,
        "groups": [{"group": one.name, **_group_rate(one.rate)} for one in found.rates],
        "items": [_item(one) for one in found.items],
        "scales": [_scale(one) for one in found.scales],
        "by": [_slice(one) for one in found.by],
        "suppressed": found.suppressed,
    }


def _group_rate(rate: ResponseRate) -> dict[str, Any]:
    return {
        "complete": rate.complete, "partial": rate.partial, "invited": rate.asked,
        "missing": rate.missing,
    }  # fmt: skip


def _share(share: Share) -> dict[str, Any]:
    return {"n": share.n, "base": share.base, "value": share.value}


def _item(found: ItemFigures) -> dict[str, Any]:
    hidden = found.suppressed
    nps = found.nps
    return {
        "code": found.question.key,
        "text": found.question.text,
        "type": found.question.kind,
        "base": found.base,
        "missing": found.missing,
        "distribution": None if hidden else [_bar(bar) for bar in found.distribution],
        "mean": found.mean,
        "sd": found.sd,
        "median": found.median,
        "top2": _top2(found.top2) if found.top2 else None,
        "nps": None
        if nps is None
        else {
            "promoters": nps.promoters, "passives": nps.passives, "detractors": nps.detractors,
            "base": nps.base, "value": nps.value, "margin": nps.margin,
        },
        "suppressed": hidden,
    }  # fmt: skip


def _bar(bar: Bar) -> dict[str, Any]:
    told: dict[str, Any] = {"label": bar.label, "value": bar.value, "n": bar.n}
    if bar.place is not None:
        told["mean_place"] = bar.place
    return told


def _top2(share: Share) -> dict[str, Any]:
    low, high = share.interval or (None, None)
    return {**_share(share), "low": low, "high": high}


def _scale(found: ScaleFigures) -> dict[str, Any]:
    alpha = found.alpha
    told: dict[str, Any] = {
        "name": found.composite.name,
        "kind": found.composite.kind,
        "items": [one.key for one in found.composite.questions],
        "n": found.n,
        "mean": found.mean,
        "sd": found.sd,
        "low": found.low,
        "high": found.high,
        "alpha": alpha.value if alpha else None,
        "alpha_low": alpha.low if alpha else None,
        "alpha_high": alpha.high if alpha else None,
        "warning": ", ".join(found.warnings),
        "alpha_if_deleted": list(found.if_deleted),
        "suppressed": found.suppressed,
    }
    if found.grade:
        told |= {"median": found.median, "grade": found.grade, "percentile": found.percentile}
    return told


def _slice(found: Slice) -> dict[str, Any]:
    return {
        "label": found.label,
        "responses": found.responses,
        "suppressed": found.suppressed,
        "items": None if found.suppressed else [_item(one) for one in found.items],
        "scales": None if found.suppressed else [_scale(one) for one in found.scales],
    }


def _comparison(one: Contrast, told: Comparison) -> dict[str, Any]:
    return {
        "item": one.item,
        "between": list(one.between),
        "design": told.design,
        "test": told.test,
        "n": list(told.n),
        "statistic": told.statistic,
        "p": told.p,
        "p_holm": told.p_holm,
        "effect": told.effect,
        "effect_of": told.effect_of,
        "low": told.low,
        "high": told.high,
        "verdict": told.verdict,
        "more": told.more,
        "more_of": told.more_of,
        "notes": list(told.notes),
    }


# -- in words -------------------------------------------------------------------------------------


def _words(found: Results, waits: Waits) -> list[str]:
    lines = [f"{found.survey.code}  {plain(found.survey.title)}  ({found.survey.mode})"]
    for wave in found.waves:
        lines += [f"  {line}" for line in _wave_words(wave)]
        if waiting := waits.get(wave.wave.id, 0):
            lines.append(f"    {waiting:,} answered, and wait to be counted")
    if found.comparisons:
        lines.append("  Comparisons")
        rows = [_comparison_words(one) for one in found.comparisons]
        lines += [f"    {line}" for line in table(rows)]
        said = dict.fromkeys(note for one in found.comparisons for note in one.comparison.notes)
        lines += [f"    {NOTES[note]}" for note in said if note in NOTES]
    lines += [f"  {line}" for line in map(pairing_words, found.pairings)]
    lines += [f"  {line}" for line in map(reworded_words, found.reworded)]
    return lines


def _wave_words(found: WaveFigures) -> list[str]:
    rate = found.rate.rate if found.rate else None
    answered = f"{found.responses:,} responses"
    if rate:  # of those invited count the complete ones
        answered = f"{rate.n:,} complete of {rate.base:,} invited ({_percent(rate)})"
    partial = f", {found.partial:,} partial" if found.partial else ""
    lines = [f"{found.wave.code}  {plain(found.wave.title)}: {answered}{partial}"]
    if found.suppressed:
        return [*lines, "  too few answers to be shown"]
    if not found.responses:
        return lines
    if found.waiting:
        lines.append("  groups are shown once the wave is closed")
    lines += [f"  {line}" for line in table([_item_words(one) for one in found.items])]
    if found.scales:
        lines += [f"  {line}" for line in table([_scale_words(one) for one in found.scales])]
    for part in found.by:
        lines.append(f"  {plain(part.label) or '(not said)'}: {_slice_head(part)}")
        if not part.suppressed:
            rows = [_item_words(one) for one in part.items]
            lines += [f"    {line}" for line in table(rows)]
    return lines


def _slice_head(part: Slice) -> str:
    return "too few to be shown" if part.responses is None else f"{part.responses:,} responses"


def _item_words(found: ItemFigures) -> tuple[str, ...]:
    name = shortened(plain(found.question.text), _NAME)
    if found.suppressed:
        return name, "too few", "", "", ""
    mean = _chosen(found) if found.mean is None else f"mean {found.mean:.2f}"
    top = f"top two {_percent(found.top2)}" if found.top2 and found.top2.base else ""
    nps = f"NPS {found.nps.value:+.0f}" if found.nps and found.nps.value is not None else ""
    return name, f"n {found.base:,}", mean, top, nps


def _chosen(found: ItemFigures) -> str:
    """Return what was chosen most, of a question whose answers are no figures."""
    if found.question.kind not in ("single", "multi") or not found.base:
        return ""
    most = sorted(found.distribution, key=lambda bar: -bar.n)[:_MOST]
    return ", ".join(f"{plain(bar.label)} {_percent(Share(bar.n, found.base))}" for bar in most)


def _scale_words(found: ScaleFigures) -> tuple[str, ...]:
    if found.suppressed or found.mean is None:
        return found.composite.name, "too few", "", ""
    alpha = f"alpha {found.alpha.value:.2f}" if found.alpha else ""
    grade = f"grade {found.grade}" if found.grade else alpha
    return found.composite.name, f"n {found.n:,}", f"mean {found.mean:.2f}", grade


def _comparison_words(one: Contrast) -> tuple[str, ...]:
    told = one.comparison
    p = "" if told.p_holm is None else "p < .001" if told.p_holm < 0.001 else f"p {told.p_holm:.3f}"
    return plain(one.item), " – ".join(map(plain, one.between)), told.verdict, told.test, p


def _percent(share: Share) -> str:
    return "–" if share.percent is None else f"{share.percent}%"

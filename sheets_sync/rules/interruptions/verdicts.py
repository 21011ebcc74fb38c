"""From what a rule says of an interruption to what is done: the stewards' word, and open decisions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity, number_of
from sheets_sync.records.names import fold, slug
from sheets_sync.rules.decisions import answered
from sheets_sync.rules.interruptions.bands import NOTHING, RESULTS, Found
from sheets_sync.rules.interruptions.rows import Broken
from sheets_sync.rules.interruptions.verdict import Verdict
from sheets_sync.rules.ledger import NO_ACTION, Decision, Findings, Subject
from sheets_sync.ruleset.kinds.interruptions import Band

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_SAYS = {
    "restart": "the restart counts",
    "restart from photo": "it is restarted in the order of the photo{}, and the restart counts",
    "photo": "the photo is the result{}",
    "note": "it is shown",
    NOTHING: "nothing is done",
}
_SHOWS = {
    "recorded": "",
    "first disconnection": ", taken at the first disconnection",
    "lap before": ", one lap before",
}
_NO_WORDS = {fold(word) for word in (NOTHING, NO_ACTION, "nothing", "no")}


def judged(course: Course, broken: Broken, found: Found, count: int) -> tuple[Verdict, Findings]:
    """What is done. ``count``: how many of its kind the session had before."""
    findings = Findings(problems=list(found.problems))
    result, band, decision = found.result, found.band, ""
    word = _stewards(broken, findings)
    if word:
        findings.problems = [_overruled(broken, found, word)] if word != found.result else []
        result = word
    elif result == "decide" and band is not None:
        result, decision = _decide(course, broken, band, count, findings)
    verdict = _verdict(broken, result, band, decision, findings)
    if result not in (NOTHING,) and not word:
        findings.problems.append(_announced(broken, verdict))
    return verdict, findings


def _stewards(broken: Broken, findings: Findings) -> str:
    """What stands under verdict; empty where nothing does, or nothing that can be done."""
    written = broken.row.verdict
    if not written:
        return ""
    word = fold(written)
    if word in _NO_WORDS:
        return NOTHING
    if word in RESULTS:
        return word
    message = f"'{written}' is no verdict about '{broken.name}' in {broken.where}; the rule decides."
    hint = f"Write one of: {', '.join([*RESULTS, NOTHING])}."
    at = broken.row.row.cell("verdict")
    findings.problems.append(Problem(message, at, hint, rule="interruptions", refusal="unreadable"))
    return ""


def _overruled(broken: Broken, found: Found, word: str) -> Problem:
    rule = "leaves it to them" if found.result == "decide" else f"says {found.result}"
    message = f"'{broken.name}' in {broken.where}: the stewards decided {word}; the rule {rule}."
    at, cite = broken.row.row.cell("verdict"), broken.rules.cite("bands")
    return Problem(message, at, "", Severity.NOTE, "interruptions", cite)


def _decide(course: Course, broken: Broken, band: Band, count: int, findings: Findings) -> tuple[str, str]:
    """The result that was chosen, or the default until then with the decision's id."""
    event = broken.event
    options = ["restart", "postponed"]
    if broken.rules.when == "in the race":
        options = [word for word in RESULTS if word != "note"]
    default = NO_ACTION if band.default in (None, "note", "decide") else str(band.default)
    key = slug(f"{broken.name} r{event.round} {event.session} {event.pool}") + (
        f"-{count + 1}" if count else ""
    )
    far = f" at {_percent(broken.share)}" if broken.share is not None else ""
    note = f" {broken.rules.note}" if broken.rules.note else ""
    question = f"'{broken.name}' in {broken.where}{far}: what is done?{note}"
    subject = Subject("race", f"R{event.round} {event.session} {event.pool}".strip())
    cells = broken.row.row.cells("kind", "completed", "lap")
    article = broken.rules.cite("bands")
    choices = (NO_ACTION, *options)
    asked = Decision(key, question, subject, event, choices, default, article, cells)
    findings.decisions.append(asked)
    answer = answered([asked], course.facts.answers)[0]
    choice = NOTHING if answer.choice == NO_ACTION else answer.choice
    if answer.is_open and band.default == "note":
        choice = "note"
    return choice, key if answer.is_open else ""


def _verdict(broken: Broken, result: str, band: Band | None, decision: str, findings: Findings) -> Verdict:
    rules = broken.rules
    weights = _weights(broken, band, result, findings)
    parts = _parts(result, weights) if rules.when == "in the race" else ()
    own = band if band is not None and (band.result == result or decision) else None
    return Verdict(
        broken.event,
        broken.name,
        result,
        parts,
        Fraction(own.scale) if own else Fraction(1),
        rules.distance_rule or not parts,
        own.bonuses if own else True,
        _words(broken, result, weights, own),
        rules.cite("bands"),
        broken.row.row.cells("kind", "completed", "lap", "laps", "drivers", "verdict"),
        broken.share,
        broken.row.drivers,
        decision,
    )


def _parts(result: str, weights: list[Fraction]) -> tuple[tuple[str, Fraction], ...]:
    """The parts of the race that make its result, each with its weight; none where it stays as it is."""
    if result in ("restart", "restart from photo"):
        return (("restart", Fraction(1)),)
    if result == "photo":
        return (("photo", Fraction(1)),)
    if result == "two parts":
        return ("first", weights[0]), ("restart", weights[1])
    return ()


def _weights(broken: Broken, band: Band | None, result: str, findings: Findings) -> list[Fraction]:
    """The weights of two parts: the band's, else those of the first band that has some."""
    bands = [*([band] if band else []), *broken.rules.bands]
    found = next((each.weights for each in bands if len(each.weights) == 2), None)
    if found is None and result == "two parts":
        message = f"No weights are written for two parts of '{broken.name}'; each counts half."
        at, hint = broken.row.row.cell("verdict"), "Write 'weights' beside one of its bands."
        findings.problems.append(Problem(message, at, hint, Severity.WARNING, "interruptions"))
    return [Fraction(each) for each in found or (Fraction(1, 2), Fraction(1, 2))]


def _words(broken: Broken, result: str, weights: list[Fraction], band: Band | None) -> str:
    """What is done, in words."""
    if result == "two parts":
        words = f"both parts count, the first {weights[0]} and the restart {weights[1]}"
    else:
        words = _SAYS.get(result, result).format(_SHOWS[broken.rules.photo])
    if broken.rules.when == "before the race" and result == "restart":
        words = "it is started anew"
    if band is not None and band.scale != 1:
        words += f", for {band.scale} of the points"
    if band is not None and band.shortened:
        words += ", over a reduced distance"
    if band is not None and not band.bonuses:
        words += ", without bonus points"
    return words


def _announced(broken: Broken, verdict: Verdict) -> Problem:
    far = f" at {_percent(broken.share)}" if broken.share is not None else ""
    many = f", {number_of(broken.row.drivers, 'driver')}" if broken.row.drivers is not None else ""
    until = "; this is to be decided" if verdict.decision else ""
    note = f" {broken.rules.note}" if broken.rules.note and verdict.result != "photo" else ""
    end = "" if note.endswith(".") else "." if note else ""
    message = f"'{broken.name}' in {broken.where}{far}{many}: {verdict.says}{until}.{note}{end}"
    at = broken.row.row.cell("kind")
    return Problem(message, at, "", Severity.NOTE, "interruptions", verdict.article)


def _percent(share: Fraction | None) -> str:
    return f"{float((share or 0) * 100):.4g} %"

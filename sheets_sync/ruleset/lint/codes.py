"""Codes and statuses that a rule names, but that nothing gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from sheets_sync.problems import Problem
from sheets_sync.ruleset.kinds.checks import Check, RaisesCase
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.lint.phrases import phrases
from sheets_sync.ruleset.lint.subject import Part, Subject
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.validation import nearest

_COUNTABLE = ("every code", "every penalty")


def tariff_codes(subject: Subject) -> set[str]:
    """Every code with a price, in capitals, in whichever round."""
    tariff = subject.ruleset.tariff
    return {code for each in (tariff.usual, *tariff.variants()) for code in each.codes}


def awarded_codes(subject: Subject) -> set[str]:
    """Codes that need no price, since a points rule rewards them: `for: code FAIR`."""
    rules = (rule for dated in subject.ruleset.points.values() for rule in (dated.usual, *dated.variants()))
    return {rule.for_.name.upper() for rule in rules if rule.for_.kind == "code"}


def unknown_codes(subject: Subject) -> Iterator[Problem]:
    """Codes without a tariff and without a points rule that rewards them."""
    codes = tariff_codes(subject) | awarded_codes(subject)
    for part in subject.parts():
        for setting, code in _named_codes(part):
            if code.upper() not in codes:
                where = f"{part.title} > {setting}"
                message = f"{where}: the code '{code}' is in no tariff, and no points rule is for it."
                yield subject.error(message, *part.path, setting, hint=nearest(code, codes))


def _named_codes(part: Part) -> Iterator[tuple[str, str]]:
    scope = part.scope or part.item
    if "code" in part.node.items:
        yield from (("code", code) for code in scope.code or ())
    if isinstance(part.item, Check) and isinstance(part.item.otherwise, RaisesCase):
        yield "otherwise", part.item.otherwise.case
    for key, measure in _measures(part.item):
        if key in part.node.items and measure.kind == "code" and part.path[0] != "points":
            yield key, measure.name


def _measures(item: BaseModel) -> Iterator[tuple[str, Measure]]:
    for name, field in type(item).model_fields.items():
        value = getattr(item, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Measure):
                yield field.alias or name, each


def uncounted(subject: Subject) -> Iterator[Problem]:
    """What a tally counts must be a code, a status, a sanction or a column."""
    sanctions = {each.value for each in Sanction} | {str(each.phrase) for each in phrases(subject)}
    codes = tariff_codes(subject) | awarded_codes(subject)
    known = {*_COUNTABLE, *sanctions, *codes, *subject.ruleset.statuses}
    for part in subject.parts("tallies"):
        counts = part.item.counts if isinstance(part.item, Tally) and "counts" in part.node.items else []
        for name in counts:
            if not name.startswith("column ") and not {name, name.upper()} & known:
                yield _strange(subject, part, name, known)


def _strange(subject: Subject, part: Part, name: str, known: Iterable[str]) -> Problem:
    """A word like a known one is a slip; any other may be a code that rows of the awards bring."""
    hint = nearest(name, known)
    where = f"{part.title} > counts"
    if hint.startswith("Did you mean"):
        message = f"{where}: there is no code, status or sanction '{name}'."
        return subject.error(message, *part.path, "counts", hint=hint)
    message = f"{where}: the code '{name}' is in no tariff; only rows of the awards bring it."
    return subject.note(message, *part.path, "counts")

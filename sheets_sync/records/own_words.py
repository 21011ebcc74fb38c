"""The league's own words, from `words` in league.yaml: headers of fields, and ways to write a status."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sheets_sync.league import League
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.records.names import fold, header_key
from sheets_sync.records.synonyms import synonyms_of
from sheets_sync.validation import nearest

Headers = Mapping[str, Iterable[str]]


def own_kinds(league: League, further: Mapping[str, Iterable[str]]) -> dict[str, RecordKind]:
    """The record kinds, their fields under the league's own headers first. ``further``: record kind -> the
    columns that the ruleset names besides its fields: their names are no synonyms of a field."""
    headers = league.words.headers
    return {name: _with_own(kind, headers, further.get(name, ())) for name, kind in KINDS.items()}


def with_words(league: League, context: ReadingContext) -> ReadingContext:
    """The context with the league's own words before the usual ones for what its ruleset names."""
    own = league.words.statuses
    if not own:
        return context
    return replace(context, synonyms=synonyms_of(context.statuses, context.sessions, context.pools, own))


def check_words(league: League, statuses: Mapping[str, str] | None) -> list[Problem]:
    """What `words` says of fields and statuses that there aren't, and words that are said of two.
    ``statuses``: folded word -> status of the ruleset; None where there is no ruleset to ask."""
    return [
        *_fields(league),
        *_shared(league),
        *(_statuses(league, statuses) if statuses is not None else ()),
    ]


def _with_own(kind: RecordKind, headers: Headers, further: Iterable[str]) -> RecordKind:
    own = {each.name: tuple(headers.get(each.name, ())) for each in kind.fields}
    taken = {header_key(text): name for name, texts in own.items() for text in texts}
    named = {header_key(text) for text in further}
    return replace(kind, fields=tuple(_left(each, own[each.name], taken, named) for each in kind.fields))


def _left(field: Field, own: tuple[str, ...], taken: Mapping[str, str], named: Collection[str]) -> Field:
    """The field without the words that mean something else in this league."""
    if not taken and not named:
        return field
    elsewhere = {key for key, name in taken.items() if name != field.name}
    headers, synonyms, maybe = (
        tuple(text for text in texts if header_key(text) not in gone)
        for texts, gone in (
            (field.headers, elsewhere),
            (field.synonyms, elsewhere | set(named)),
            (field.maybe, elsewhere | set(named)),
        )
    )
    return replace(field, own=own, headers=headers, synonyms=synonyms, maybe=maybe)


def _fields(league: League) -> Iterator[Problem]:
    known = {field.name for kind in KINDS.values() for field in kind.fields}
    for name in league.words.headers:
        if name not in known:
            at = league.line("words", "headers", name)
            yield Problem(f"'{name}' is no field of any kind of record.", at, nearest(name, known))


def _shared(league: League) -> Iterator[Problem]:
    """One header for two fields of a kind that is read."""
    said: dict[str, list[str]] = {}
    for name, texts in league.words.headers.items():
        for key in {header_key(text) for text in texts}:
            said.setdefault(key, []).append(name)
    for key, names in said.items():
        for kind in KINDS.values():
            both = [name for name in names if kind.field(name)]
            if len(both) > 1:
                at = league.line("words", "headers", both[1])
                message = f"'{key}' is said of both '{both[0]}' and '{both[1]}' of the {kind.name}."
                yield Problem(message, at, "Give it to one of them, or name columns under the tab.")
                break


def _statuses(league: League, statuses: Mapping[str, str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, texts in league.words.statuses.items():
        at = league.line("words", "statuses", name)
        meant = statuses.get(fold(name))
        if meant is None:
            yield Problem(f"There is no status '{name}'.", at, nearest(name, statuses.values()))
            continue
        for text in texts:
            other = statuses.get(fold(text)) or first.setdefault(header_key(text), meant)
            if other != meant:
                yield Problem(f"'{text}' is said of {meant}, but it means {other}.", at, "Take it out.")

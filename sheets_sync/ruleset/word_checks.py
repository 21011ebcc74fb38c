"""Free words of a ruleset that can only mean something that is there: columns, statuses, sources, channels.

Where a league may have words of its own, such as a column of its tabs, only a slip of a known one is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from sheets_sync.records.calendar import KIND as CALENDAR
from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.names import fold
from sheets_sync.records.near_headers import is_near
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.cases import Cases, Contest
from sheets_sync.ruleset.kinds.movement import Movement
from sheets_sync.ruleset.kinds.notices import Notice
from sheets_sync.ruleset.kinds.season import Season
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.leaves import leaves
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrase_checks import Unheard
from sheets_sync.ruleset.phrases import Phrase, Sanction

_CASES, _ENTRIES = KINDS["cases"], KINDS["entries"]
_OF_NOTICES = (
    "date",
    "day",
    "time",
    "start",
    "drivers",
    "PSN IDs",
    "settings",
    "reason",
    "state",
    "signed by",
)
_FRAME = ("calendar", "phases", "tables", "info")
_SHORTEST = 4


Sessions = tuple[str, ...]


def unheard_words(ruleset: Ruleset, item: Item, sessions: Sessions) -> Iterator[Unheard]:
    """What a rule names and what isn't there."""
    yield from _uncitable(item)
    check = _CHECKS.get(type(item))
    if check is not None:
        yield from check(ruleset, item, sessions)


def _uncitable(item: Item) -> Iterator[Unheard]:
    """Articles and assumptions of settings that such a rule doesn't have. The calendar and the like have no
    articles of their own, so that they stand in the season."""
    frame = _FRAME if isinstance(item, Season) else ()
    fields = type(item).model_fields.items()
    known = ("except", *frame, *(field.alias or name for name, field in fields))
    for mark, said in (("article", item.article), ("assumption", item.assumption)):
        for key in said if isinstance(said, dict) else ():
            yield from _none_of("setting", f"{mark} > {key}", [key], known)


def _of_season(_: Ruleset, item: Season, sessions: Sessions) -> Iterator[Unheard]:
    """The clock may be printed of a session that isn't in the programme, such as the practice."""
    return _slips("session", "times", item.times, sessions)


def _of_cases(_: Ruleset, item: Cases, sessions: Sessions) -> Iterator[Unheard]:
    columns, report = _columns(_CASES), item.report
    if report is not None:
        yield from _none_of("session", "report > sessions", report.sessions, sessions)
        if report.sources:
            yield from _none_of("source", "report > binds", report.binds, tuple(report.sources), fold)
        yield from _slips("column of the cases", "report > needs", chain(*report.needs), columns)
        yield from _slips("column of the cases", "report > unless", [report.unless or ""], columns)
    if isinstance(item.contest, Contest):
        yield from _slips("column of the cases", "contest > needs", chain(*item.contest.needs), columns)


def _of_movement(ruleset: Ruleset, item: Movement, sessions: Sessions) -> Iterator[Unheard]:
    statuses = tuple(ruleset.statuses)
    yield from _none_of("status or tally", "first_down", item.first_down, (*statuses, *ruleset.tallies))
    known = (*statuses, *_sanctions(ruleset, sessions))
    yield from _none_of("status or sanction", "spare", item.spare, known, fold)


def _of_tally(_: Ruleset, item: Tally, __: Sessions) -> Iterator[Unheard]:
    known = tuple(field.name for field in _CASES.fields)
    return _none_of("column of the cases", "same", [item.same] if item.same else [], known)


def _of_standing(_: Ruleset, item: Standing, __: Sessions) -> Iterator[Unheard]:
    return _slips("column of the entries", "of", [item.of], ("driver", "team", *_columns(_ENTRIES)))


def _of_notice(ruleset: Ruleset, item: Notice, _: Sessions) -> Iterator[Unheard]:
    yield from _slips("channel", "to", [item.to], ("the driver",))
    yield from _slips("field", "fields", item.fields, (*_OF_NOTICES, *ruleset.info, *_columns(CALENDAR)))


def _of_tariff(ruleset: Ruleset, item: Tariff, _: Sessions) -> Iterator[Unheard]:
    tariffs = (ruleset.tariff.usual, *ruleset.tariff.variants())
    codes = tuple(code for each in tariffs for code in each.codes)
    needed = chain(*item.needs.values())
    columns = tuple(field.name for field in _CASES.fields)
    yield from _none_of("column or code", "needs", needed, (*columns, *item.codes))
    yield from _none_of("code", "needs", item.needs, tuple(item.codes))
    revived_by = item.suspended.revived_by if item.suspended else []
    yield from _none_of("code", "suspended > revived_by", revived_by, codes, str.upper)


_CHECKS: Mapping[type[Item], Callable[[Ruleset, Any, Sessions], Iterator[Unheard]]] = {
    Season: _of_season,
    Cases: _of_cases,
    Movement: _of_movement,
    Tally: _of_tally,
    Standing: _of_standing,
    Notice: _of_notice,
    Tariff: _of_tariff,
}


def _sanctions(ruleset: Ruleset, sessions: Sessions) -> tuple[str, ...]:
    """Every sanction, in general, of each session, and as some rule writes it."""
    of_sessions = (f"{name} {kind}" for name in sessions for kind in ("ban", "disqualification"))
    items = (item for _, _, rule in ruleset.rules() for item in (rule.usual, *rule.variants()))
    written = (str(value) for item in items for _, value in leaves(item) if isinstance(value, Phrase))
    return (*(each.value for each in Sanction), *of_sessions, *written)


def _columns(kind: RecordKind) -> tuple[str, ...]:
    """The columns of a tab as people write them: by their fields and by their headers."""
    named = ((field.name, field.name.replace("_", " "), *field.headers) for field in kind.fields)
    return tuple(dict.fromkeys(name for names in named for name in names))


def _none_of(
    what: str, setting: str, names: Iterable[str], known: tuple[str, ...], alike: Callable[[str], str] = str
) -> Iterator[Unheard]:
    """``alike``: what two spellings share that are the same word there."""
    words = set(map(alike, known))
    return (Unheard(what, setting, name, known) for name in names if alike(name) not in words)


def _slips(what: str, setting: str, names: Iterable[str], known: Collection[str]) -> Iterator[Unheard]:
    """Words that aren't known, but differ from a known one by a slip."""
    words = {fold(word): word for word in known}
    for name in names:
        near = [word for folded, word in words.items() if is_near(fold(name), folded)]
        if near and len(name) >= _SHORTEST and fold(name) not in words:
            yield Unheard(what, setting, name, tuple(near))

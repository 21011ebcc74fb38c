"""The sort of value that a column takes: its type, its unit, and the words that are possible in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sheets_sync.records import given_points, numbers, sign_out_lines, times, words
from sheets_sync.records.fields import Field, Scalar
from sheets_sync.ruleset.kinds.cases import Contest
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.standard.uses import Uses

TYPES: dict[Scalar, str] = {
    words.text: "text",
    words.several: "text",
    numbers.whole: "whole number",
    numbers.laps: "whole number",
    numbers.place: "place",
    numbers.number: "number",
    given_points.points: "number",
    numbers.share: "share",
    words.yes: "yes or no",
    words.driver: "driver",
    words.new_driver: "name",
    words.round_number: "round",
    sign_out_lines.round_or_series: "round",
    sign_out_lines.kind: "kind of sign-out",
    sign_out_lines.line: "text",
    words.pool: "pool",
    words.session: "session",
    words.status: "status",
    words.code: "code",
    words.verdict: "verdict",
    words.ruling: "ruling",
    words.role: "role",
    words.part: "part",
    times.duration: "time",
    times.gap: "gap",
    times.day: "date",
    times.clock: "time of day",
    times.moment: "date and time",
    times.since: "date",
    times.until: "date",
}
_UNITS = {"share": "%", "time": "min:s.ms"}


@dataclass(frozen=True, slots=True)
class Sort:
    """``unit``: empty where there is none; ``values``: what is usual, with ``only`` all that is possible."""

    type: str
    unit: str = ""
    values: tuple[str, ...] = ()
    only: bool = False


def sort_of(kind: str, field: Field, uses: Uses) -> Sort:
    """What a field's column takes in a league with that ruleset."""
    name = TYPES.get(field.scalar, field.scalar.__name__.replace("_", " "))
    zone = str(uses.ruleset.season.usual.zone)
    unit = zone if name in ("date and time", "time of day") else _UNITS.get(name, "")
    known = _FIELDS.get((kind, field.name))
    if known:
        return Sort(name, unit, tuple(known(uses)))
    listed = _WORDS.get(name)
    return (
        Sort(name, unit, tuple(listed(uses)), only=True) if listed and any(listed(uses)) else Sort(name, unit)
    )


Listed = Callable[[Uses], Iterable[str]]


def _rounds(uses: Uses) -> Iterable[str]:
    return [each.name for each in uses.ruleset.rounds]


_WORDS: dict[str, Listed] = {
    "yes or no": lambda _: ["yes", "no"],
    "round": _rounds,
    "pool": lambda uses: uses.pools,
    "session": lambda uses: uses.sessions,
    "status": lambda uses: uses.ruleset.statuses,
    "code": lambda uses: uses.codes,
    "verdict": lambda _: ["penalty", "no action"],
    "ruling": lambda _: ["upheld", "overturned"],
    "role": lambda _: ["driver", "reserve", "guest", "candidate"],
    "kind of sign-out": lambda _: ["sign-out", "series", "load shedding"],
    "part": lambda _: ["first", "restart", "photo"],
}


def _panels(uses: Uses) -> Iterable[str]:
    contest = uses.ruleset.cases.usual.contest
    return ["stewards", *contest.to] if isinstance(contest, Contest) else []


def _sources(uses: Uses) -> Iterable[str]:
    report = uses.ruleset.cases.usual.report
    return report.sources if report else []


def _ladder(uses: Uses) -> Iterable[str]:
    return [str(each) for each in uses.ruleset.tariff.usual.ladder or ()]


def _classes(uses: Uses) -> Iterable[str]:
    scoped = [
        name for _, _, rule in uses.ruleset.rules() for each in rule.scopes for name in each.classes or ()
    ]
    newcomer = uses.ruleset.roster.usual.newcomer
    return dict.fromkeys([*scoped, *([newcomer] if newcomer else [])])


def _accounts(uses: Uses) -> Iterable[str]:
    return [*uses.ruleset.tallies, *uses.ruleset.standings, *uses.ruleset.points]


def _decisions(_: Uses) -> Iterable[str]:
    moving = (Sanction.REMOVAL, Sanction.DEMOTION, Sanction.PROMOTION, Sanction.ROUND_BAN)
    return [each.value for each in moving]


def _approved(uses: Uses) -> Iterable[str]:
    """The documents that notices and results wait for."""
    waited = [notice.usual.needs for notice in uses.ruleset.notices.values() if notice.usual.needs]
    return ["results", *dict.fromkeys(each.removesuffix(" approved") for each in waited)]


_FIELDS: dict[tuple[str, str], Listed] = {
    ("entries", "pool"): lambda uses: uses.pools,
    ("entries", "car_class"): _classes,
    ("sign_outs", "round"): lambda uses: [*_rounds(uses), sign_out_lines.SERIES],
    ("transfers", "pool"): lambda uses: uses.pools,
    ("transfers", "car_class"): _classes,
    ("awards", "code"): lambda uses: [*uses.awards, *uses.codes],
    ("cases", "penalty"): _ladder,
    ("cases", "source"): _sources,
    ("cases", "panel"): _panels,
    ("votes", "penalty"): _ladder,
    ("interruptions", "kind"): lambda uses: uses.ruleset.interruptions,
    ("interruptions", "verdict"): lambda _: ["restart", "two parts", "photo", "none"],
    ("opening", "account"): _accounts,
    ("decisions", "what"): _decisions,
    ("approvals", "what"): _approved,
}
"""Fields whose usual words are known although their cells take others, too."""

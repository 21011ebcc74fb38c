"""The types and defaults of settings, as people say them."""

from __future__ import annotations

import types
from datetime import timedelta
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sheets_sync.ruleset import moments, phrases, scope_values, values
from sheets_sync.ruleset.kinds import cases, interruptions, measures, season
from sheets_sync.ruleset.moments import Window

WORDS: dict[Any, str] = {
    values.Exact: "number",
    values.Share: "share",
    values.NotNegative: "number from 0",
    values.Positive: "number above 0",
    values.Count: "count",
    values.CountOrNone: "count, or 0",
    values.Places: "range",
    moments.Span: "length of time",
    moments.SomeTime: "length of time",
    values.YesNo: "`yes` or `no`",
    moments.When: "moment",
    values.Names: "list of names",
    moments.Over: "time to count over",
    values.InRange: "range",
    phrases.OnePhrase: "sanction",
    phrases.Phrases: "list of sanctions",
    measures.OneMeasure: "measure",
    measures.Measures: "list of measures",
    scope_values.Words: "list of names",
    scope_values.Rounds: "list of rounds",
    cases.Needs: "list of columns",
    interruptions.At: "point of the race",
    season.Zone: "time zone",
    season.Clock: "time of day",
    season.Times: "map: session → time of day",
    season.Dates: "date, or a map: pool → date",
    str: "text",
    int: "whole number",
}
"""A type by its name, where the type itself would say less."""

SPOKEN: dict[tuple[str, str], str] = {
    ("checks", "age_at"): "`event`, or a date",
    ("checks", "otherwise"): "`report`, `refuse`, list of sanctions, or `{case: CODE}`",
    ("statuses", "points"): "`place`, `last`, `none`, `average`, number, or settings, see below",
    ("contest", "fee"): "text, such as R2000",
    ("tariff", "codes"): "map: code → number, list of sanctions, range of them, `open` or `game only`",
    ("tariff", "ladder"): "`anything`, or list of sanctions",
    ("tariff", "worth"): "map: sanction → seconds, such as `45 s`",
    ("tariff", "needs"): "map: code → list of names",
    ("tallies", "adds"): "number, `amount`, or `column X`",
    ("tallies", "at"): "map: threshold → list of sanctions",
    ("tallies", "every"): "map: number → list of sanctions",
    ("interruptions", "counts_from"): "`4 drivers`, `50 % of starters`, or `ask`",
    ("unserved", "per_sector"): "seconds, such as `1 s`",
    ("points", "table"): "points table",
    ("distance", "table"): "points table",
    ("ballast", "table"): "points table",
    ("ballast", "lasts"): "`1 round`, `2 rounds` ..., or `season`",
    ("standings", "members"): "`all`, or settings, see below",
    ("standings", "count"): "`all`, or list of settings, see below",
    ("count", "best"): "count, or a map: rounds held → count",
    ("count", "drop"): "count, 0 too, or a map: rounds held → count",
    ("standings", "still_tied"): "`share`, or a measure",
    ("standings", "least_starts"): "count, 0 too, or a share such as `50 %`",
    ("", "run"): "`below 50 %`, `from 75 %`",
    ("", "from"): "date, or `round 3`",
    ("", "until"): "date, or `round 3`",
    ("", "article"): "name, list of names, or a map: setting → name",
    ("", "assumption"): "text, or a map: setting → text",
}
"""(Section, setting) -> the type, where it can be written in more ways than its type tells."""

SPOKEN_DEFAULTS: dict[tuple[str, str], str] = {
    ("absence", "poor_reason"): "`{decide: whether the reason is a proper one}`",
    ("tariff", "ladder"): "`anything`",
    ("ballast", "lasts"): "`1 round`",
    ("standings", "members"): "`all`",
    ("standings", "count"): "`all`",
    ("checks", "age_at"): "`event`",
}


TYPES: dict[str, str] = {
    "number": "`3`, `-2`, `1/2`, `0.5`: exactly.",
    "number from 0": "As a number, but not negative; *number above 0*: nor 0.",
    "count": "`3`: a whole number, 1 at least; where it says so, 0 too.",
    "share": "`75 %`, `2/3`, `0.75`.",
    "range": "`5`, `1-4`, `16-` (from 16 on), `-12` (up to 12): whole numbers, both ends included.",
    "list of rounds": "Numbers, ranges or names of rounds: `5`, `1-4`, `[R1, finale]`.",
    "length of time": "`90 min`, `24 h`, `3 days`, `26 weeks`.",
    "moment": "`24 h after own race end`, `2 h before race start`, `at first race start`, or a day and "
    "time of the league's zone: `2023-09-10 24:00`. It hangs on `own race start`, `own race end` (of "
    "the driver's pool), `race start`, `race end`, `first race start`, `last race end` (of the round's "
    "pools), `lobby`, `event` (the round's first start), `publication` or `contestation` (of the case).",
    "time to count over": "`race`, `round`, `season`, `year`, `ever`, `26 weeks`, `blocks of 6 rounds`, "
    "`last 6 rounds`.",
    "threshold": "`3`: when it is reached from below. `3+`: then, and at every further one.",
    "point of the race": "`75 %` of its distance, or `lap 5`.",
    "points table": "`[25, 18, 15]` from the first place down; by starters, `{10: [10, 8], 6: [6, 4]}`, "
    "of which the smallest that holds them counts; a formula, `{first: 20, step: -1}`, also `{first: "
    "starters}`, or from the last place up, `{last: 1}`; a name in `tables`; `none`; `ask`.",
    "measure": "`place`, `best lap`, `time`, `laps`, `laps led`, `led a lap`, `places gained`, `clean` "
    "(no penalty), `start`, `incidents`, `points`, `entered at`, `stage` (how far in a bracket), "
    "`countback` (most first places, then second places ...), `countback of points places`, `latest "
    "result`, `earliest best result`, `code X`, `column X`; the name of a session (the place in it), of "
    "a standing (the place in it so far), or of a tally (less is ahead). `reverse` before one turns it "
    "round.",
    "list of sanctions": "For the session itself: `5 s`, `3 places`, `1 lap`, `drive-through`, "
    "`stop-and-go`, `disqualification`. For the round: `-10 points`, `+1 point`, `sprint "
    "disqualification`, `round disqualification`. For a later round: `3 grid places`, `back of the "
    "grid`, `20 kg`, `qualifying ban`, `2 round bans`. For good: `demotion`, `promotion`, `reserve "
    "spot`, `replacement`, `removal`, `life ban`, `blacklist`. `1 warning` adds to the tally of that "
    "name. `{decide: what}` is an open decision; `reprimand` a record, `note` only shown; `suspended "
    "round ban` waits until it is revived.",
    "time of day, date, time zone": "`21:00`; `2023-09-25`; `Europe/Paris`.",
}
"""How the values of each type are written."""


def type_words(section: str, key: str, hint: Any) -> str:
    """The type of a setting."""
    return SPOKEN.get((section, key)) or _words(hint)


def _words(hint: Any) -> str:
    """A type as people say it."""
    if _named(hint):
        return WORDS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _words(arguments[0])
    if origin in (Union, types.UnionType):
        return ", or ".join(dict.fromkeys(_words(each) for each in arguments if each is not type(None)))
    if origin is Literal:
        return _either([f"`{each}`" for each in arguments])
    if origin is list:
        item = _words(arguments[0])
        return f"list of {item}s" if item in ("number", "text") else f"list of {item}"
    if origin is dict:
        return f"map: {_words(arguments[0])} → {_words(arguments[1])}"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "settings, see below"
    raise ValueError(f"{hint} has no words in docs/setting_words.py")


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _named(hint: Any) -> bool:
    try:
        return hint in WORDS
    except TypeError:
        return False


def default_words(section: str, key: str, field: FieldInfo) -> str:
    """What holds where nothing is written."""
    spoken = SPOKEN_DEFAULTS.get((section, key))
    if spoken is not None:
        return spoken
    if field.default is PydanticUndefined:
        return "required" if field.default_factory is None else ""
    value = _value(field.default)
    return f"`{value}`" if value else ""


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, timedelta):
        return f"{value // timedelta(minutes=1)} min"
    if isinstance(value, Window):
        return value.kind
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_value, value))
    return "" if value is None else str(value)

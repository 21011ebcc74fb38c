"""How each kind of setting is written: the function that reads it -> its form as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable

from sheets_sync.ruleset.schema.words import Schema, a_map, either, one_or_many, ref, words

Form = Callable[[Schema], Schema]
_NUMBER_KEYS = {"pattern": r"^\s*[+-]?\d+(\.\d+|\s*/\s*[1-9]\d*)?\s*$"}
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9]\d*"
_THRESHOLD_KEYS = {"pattern": r"^\s*[+-]?\d+(\.\d+|\s*/\s*[1-9]\d*)?\+?\s*$"}


def _as(name: str) -> Form:
    return lambda _: ref(name)


def _always(schema: Schema) -> Form:
    return lambda _: schema


def _listed(inner: Schema) -> Schema:
    return one_or_many(inner.get("items", {}))


def _table(inner: Schema) -> Schema:
    """A list, `none`, a map of lists by starters, or a name; the formula comes from its model."""
    formula = [each for each in inner["anyOf"] if "properties" in each]
    by_starters = a_map(either(ref("numbers"), words("none")), KEYS["values.count"])
    return either(ref("numbers"), by_starters, *formula, ref("text"))


def _or_all(inner: Schema) -> Schema:
    return either(words("all"), inner)


def _counts(inner: Schema) -> Schema:
    return either(words("all"), _listed(inner))


def _worth(inner: Schema) -> Schema:
    """A word, a number, or a number of cars; the latter from its model."""
    models = [each for each in inner["anyOf"] if "properties" in each]
    return either(words("place", "last", "none", "average"), ref("number"), *models)


_ROWS = either(
    {"type": "integer", "minimum": 1},
    {"type": "string", "pattern": r"^[1-9]\d{0,6}(-[1-9]\d{0,6})?$"},
)

FORMS: dict[str, Form] = {
    "values.number": _as("number"),
    "values.share": _as("share"),
    "moments.span": _as("span"),
    "moments.some_time": _as("span"),
    "values.yes_no": _as("yes or no"),
    "values.not_negative": _as("number from 0"),
    "values.positive": _as("number above 0"),
    "values.count": _as("count"),
    "values.count_or_none": _as("count or none"),
    "values.places": _as("range"),
    "values.one_or_many": _listed,
    "moments.Window.parse": _as("window"),
    "values.Range.parse": _as("range"),
    "moments.<lambda>": _as("moment"),
    "scope_values.RoundSet.parse": _as("rounds"),
    "scope_values.RunShare.parse": _as("part of the distance"),
    "scope_values.Since.parse": _as("since"),
    "phrases.Phrase.parse": _as("sanction"),
    "measures.Measure.parse": _as("measure"),
    "ballast._lasts": _as("lasts"),
    "cases._either": _as("text"),
    "checks._day": _always(either(words("event"), ref("date"))),
    "classification._seconds": _as("seconds"),
    "interruptions.Enough.parse": _as("enough"),
    "interruptions.Point.parse": _as("point of the race"),
    "points._table": _table,
    "points._row": _always(either(ref("numbers"), words("none"))),
    "season._zone": _as("zone"),
    "season._clock": _as("clock"),
    "season._times": _always(a_map(ref("clock"))),
    "season._date": _as("date"),
    "season._dates": _always(either(one_or_many(ref("date")), a_map(ref("date")))),
    "standings._counts": _counts,
    "standings._least": _always(either(ref("count or none"), ref("share"))),
    "standings._members": _or_all,
    "statuses._worth": _worth,
    "tallies._adds": _always(
        either(ref("number"), words("amount"), {"pattern": r"^column \S", "type": "string"})
    ),
    "tallies._thresholds": _always(a_map(ref("sanctions"), _THRESHOLD_KEYS)),
    "tallies._steps": _always(a_map(ref("sanctions"), _NUMBER_KEYS)),
    "tariff._codes": _always(a_map(ref("price"))),
    "tariff._capitals": _as("text"),
    "tariff._cost": _as("price"),
    "tariff._seconds": _as("seconds"),
    "tariff._ladder": _always(either(words("anything"), ref("sanctions"))),
    "tariff._worth": _always(a_map(ref("seconds"))),
    "tariff._columns": lambda inner: inner,
    "google_id.spreadsheet_id": _always(
        {
            "type": "string",
            "pattern": r"^\s*(\S*/spreadsheets/(u/\d+/)?d/[A-Za-z0-9_-]{20,}\S*|[A-Za-z0-9_-]{20,120})\s*$",
        }
    ),
    "addresses.TabAddress.parse": _always({"type": "string", "pattern": r"^\s*[^!\s][^!]*!.*\S"}),
    "addresses.RangeAddress.parse": _always(
        {
            "type": "string",
            "pattern": rf"^\s*[^!\s][^!]*!([^!:]*[^!:\s][^!:]*|.*\S.*!\s*{_CELL}(:({_CELL}|[A-Za-z]+))?\s*)$",
        }
    ),
    "league_file._workbook": _always(ref("text") | {"pattern": "^(?!.*://)"}),
    "league_file._number_format": _as("text"),
    "league_file._zone_name": _as("zone"),
    "league_file._row_range": _always(_ROWS),
    "league_file._header_rows": _always(_ROWS),
    "league_file._listed": _listed,
}
"""Each form gets what the type alone says. For a function that isn't here no schema can be made."""

KEYS: dict[str, Schema] = {
    "values.count": {"pattern": r"^\s*\+?0*[1-9]\d*\s*$"},
    "values.count_or_none": {"pattern": r"^\s*\+?\d+\s*$"},
}
"""The keys of maps, which are always texts."""

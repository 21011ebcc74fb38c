"""The values of rule documents as JSON Schema: numbers, shares, moments, sanctions and the like.

A value is described as an editor reads it, which is YAML 1.2: `5` and `0.5` are numbers there, `true` is a
boolean, and `21:00`, `1/2`, `50 %`, `yes` and `off` are texts.
"""

from __future__ import annotations

from typing import Any

from sheets_sync.ruleset.moments import ANCHORS

Schema = dict[str, Any]

_NUMBER = r"[+-]?\d+(\.\d+|\s*/\s*[1-9]\d*)?"
_SPAN = r"\d+\s*(min|minutes?|h|hours?|days?|weeks?)"
_DATE = r"\d{4}-\d{2}-\d{2}"
_SHARE = r"^\s*\+?((100(\.0+)?|\d{1,2}(\.\d+)?)\s*%|[01](\.\d+)?|\d+\s*/\s*[1-9]\d*)\s*$"
_YES_NO = [spelt(word) for word in ("yes", "no", "true", "false") for spelt in (str, str.title, str.upper)]
_ANCHORS = "|".join(sorted(ANCHORS))
_UNSIGNED_POINTS = r"\d+(\.\d+|/\d+)?\s+points?$"
_PLAIN_SANCTIONS = (
    r"drive[- ]through|stop[- ]and[- ]go|disqualification|dsq|round disqualification|back of the grid|"
    r"round ban|race ban|demotion|promotion|reserve spot|replacement|removal|exclusion|life ban|blacklist|"
    r"reprimand|note|\D.* (ban|disqualification)"
)
_SANCTION = rf"^\s*(suspended\s+)?(?!{_UNSIGNED_POINTS})({_NUMBER}\s+\S.*|{_PLAIN_SANCTIONS})\s*$"


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def text_like(pattern: str, says: str, *examples: str) -> Schema:
    """A text of that form, as a whole."""
    return {"type": "string", "pattern": pattern, "description": says, "examples": list(examples)}


def either(*schemas: Schema) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}


def one_or_many(schema: Schema) -> Schema:
    """One alone needs no brackets."""
    return either(schema, {"type": "array", "items": schema})


def words(*names: str) -> Schema:
    return {"enum": list(names)}


def a_map(values: Schema, keys: Schema | None = None) -> Schema:
    made: Schema = {"type": "object", "additionalProperties": values}
    return made | {"propertyNames": keys} if keys else made


def _with_number(says: str, pattern: str, *examples: str, kind: str = "number") -> Schema:
    return either({"type": kind, "description": says}, text_like(pattern, says, *examples))


DEFINITIONS: dict[str, Schema] = {
    "text": {"type": ["string", "number", "boolean"], "description": "a text or a name"},
    "texts": one_or_many(ref("text")),
    "number": _with_number("an exact number", rf"^\s*{_NUMBER}\s*$", "3", "1/2", "0.5"),
    "number from 0": either(
        {"type": "number", "minimum": 0}, text_like(rf"^\s*(?!-){_NUMBER}\s*$", "a number from 0 on", "1/2")
    ),
    "number above 0": either(
        {"type": "number", "exclusiveMinimum": 0},
        text_like(rf"^\s*(?!-)(?![+0./\s]*$){_NUMBER}\s*$", "a number above 0", "1/2"),
    ),
    "count": either(
        {"type": "integer", "minimum": 1}, text_like(r"^\s*\+?0*[1-9]\d*\s*$", "how many, 1 at least", "3")
    ),
    "count or none": either(
        {"type": "integer", "minimum": 0}, text_like(r"^\s*\+?\d+\s*$", "how many, from 0 on", "3")
    ),
    "whole": _with_number("a whole number", r"^\s*[+-]?\d+\s*$", "3", kind="integer"),
    "share": either(
        {"type": "number", "minimum": 0, "maximum": 1},
        text_like(_SHARE, "a share", "75 %", "2/3", "0.75"),
    ),
    "range": _with_number(
        "a range of whole numbers", r"^\s*(\d+\s*(-\s*\d*)?|-\s*\d+)\s*$", "1-4", "16-", "-12", kind="integer"
    ),
    "rounds": one_or_many(either(ref("range"), ref("text"))),
    "span": text_like(rf"^\s*{_SPAN}\s*$", "a length of time", "90 min", "24 h", "26 weeks"),
    "moment": text_like(
        rf"^\s*(({_SPAN}\s+(before|after)|at)\s+({_ANCHORS})|{_DATE}([ T]\d{{2}}:\d{{2}})?)\s*$",
        "a moment",
        "24 h after own race end",
        "at first race start",
        "2023-09-10 24:00",
    ),
    "window": either(
        words("race", "session", "round", "season", "year", "ever"),
        ref("span"),
        text_like(r"^\s*(blocks of|last) \d{1,3} rounds\s*$", "so many rounds", "last 6 rounds"),
    ),
    "yes or no": either({"type": "boolean"}, words(*_YES_NO)),
    "clock": text_like(r"^\d{1,2}:\d{2}(:\d{2})?$", "a time of day", "21:00"),
    "date": text_like(rf"^{_DATE}$", "a date", "2023-09-25"),
    "zone": text_like(r"^[A-Za-z0-9_+/-]+$", "a time zone", "Europe/Paris", "UTC"),
    "since": either(ref("date"), text_like(r"^\s*round \d+\s*$", "a round", "round 3")),
    "part of the distance": text_like(
        rf"^\s*(below|from) {_NUMBER}(\s*%)?\s*$", "a part of the distance", "below 50 %", "from 75 %"
    ),
    "point of the race": either(ref("share"), text_like(r"^\s*lap \d+\s*$", "a lap", "lap 5")),
    "enough": either(
        words("ask"),
        text_like(
            rf"^\s*(\d{{1,3}} (drivers?|cars?)|{_NUMBER}(\s*%)? of starters)\s*$",
            "how many drivers",
            "4 drivers",
            "50 % of starters",
        ),
    ),
    "decision": {
        "type": "object",
        "properties": {"decide": {"type": "string"}},
        "required": ["decide"],
        "additionalProperties": False,
        "description": "what people decide",
    },
    "sanction": either(
        text_like(
            _SANCTION, "a sanction", "5 s", "-10 points", "3 grid places", "qualifying ban", "1 warning"
        ),
        ref("decision"),
    ),
    "sanctions": one_or_many(ref("sanction")),
    "seconds": text_like(rf"^\s*{_NUMBER}\s+(s|sec|seconds?)\s*$", "a number of seconds", "45 s"),
    "measure": {
        "type": ["string", "number"],
        "description": "what a ranking compares",
        "examples": ["place"],
    },
    "measures": one_or_many(ref("measure")),
    "numbers": {"type": "array", "items": ref("number")},
    "price": either(
        ref("number"),
        ref("sanctions"),
        {"type": "array", "items": either(ref("number"), ref("sanction"))},
        words("open", "game only"),
        text_like(
            r"^\S.* to \S.*$", "from the mildest to the severest", "5 to 30", "10 s to disqualification"
        ),
    ),
    "lasts": either(words("season"), text_like(r"^\s*[1-9]\d* rounds?\s*$", "so many rounds", "2 rounds")),
}
"""What every schema that is made from these may refer to."""

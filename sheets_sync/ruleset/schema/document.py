"""The schemas as a whole: of a ruleset file, and of league.yaml."""

from __future__ import annotations

from sheets_sync.league_file import STANDARD, LeagueFile, TabRead
from sheets_sync.records.facts import KINDS
from sheets_sync.ruleset.kinds.season import RoundEntry
from sheets_sync.ruleset.model import SECTIONS, Section
from sheets_sync.ruleset.schema.models import model_schema
from sheets_sync.ruleset.schema.words import (
    DEFINITIONS,
    Schema,
    a_map,
    either,
    one_or_many,
    ref,
    words,
)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMMENT = "Made from the models by `sheets-sync rules schema`. Values are meant as YAML 1.2 reads them."


def ruleset_schema() -> Schema:
    """A `ruleset.yaml`. Nothing is required: what isn't written is taken from the ruleset below."""
    head = {"$schema": _DIALECT, "$comment": _COMMENT, "title": "A ruleset of sheets-sync"}
    return head | _ruleset() | {"$defs": {**DEFINITIONS, **_definitions()}}


def league_schema() -> Schema:
    """A `league.yaml`; its `rules` are what a ruleset may say."""
    head = {"$schema": _DIALECT, "$comment": _COMMENT, "title": "A league of sheets-sync"}
    made = model_schema(LeagueFile, whole=True)
    made["properties"]["read"] = _read()
    made["properties"]["spreadsheets"]["additionalProperties"] |= {
        "oneOf": [{"required": ["path"]}, {"required": ["google"]}]
    }
    made["properties"]["rules"] = ref("ruleset")
    return head | made | {"$defs": {**DEFINITIONS, **_definitions(), "ruleset": _ruleset()}}


def _ruleset() -> Schema:
    frame: dict[str, Schema] = {
        "document": ref("text") | {"description": "the document's name"},
        "extends": ref("text") | {"description": "the ruleset below this one"},
        "calendar": either(ref("whole"), a_map(either(ref("round"), words("off")))),
        "phases": a_map(ref("rounds")) | {"description": "a name for some rounds"},
        "tables": a_map(one_or_many(ref("number"))) | {"description": "points tables by name"},
        "info": {"type": "object", "description": "what is only announced; ask where it is open"},
    }
    sections = {section.name: _section(section) for section in SECTIONS}
    return {"type": "object", "properties": {**frame, **sections}, "additionalProperties": False}


def _section(section: Section) -> Schema:
    rule = ref(section.name)
    return a_map(either(rule, words("off"))) if section.many else rule


def _definitions() -> dict[str, Schema]:
    """Each kind of rule, and what is different in its exceptions."""
    made: dict[str, Schema] = {"round": model_schema(RoundEntry)}
    for section in SECTIONS:
        item = model_schema(section.model)
        exception = f"{section.name} exception"
        made[exception] = item | {"description": "where it holds, and what is different there"}
        own: dict[str, Schema] = {"except": a_map(either(ref(exception), words("off")))}
        if section.many:
            own["like"] = ref("text") | {"description": "everything as in that rule of the same section"}
        made[section.name] = item | {"properties": {**item["properties"], **own}}
    return made


def _read() -> Schema:
    """`standard`, or the tabs of each record kind."""
    tabs = one_or_many(model_schema(TabRead, whole=True))
    properties: dict[str, Schema] = dict.fromkeys(KINDS, tabs)
    properties[STANDARD] = ref("text") | {"description": "the spreadsheet that keeps the standard tabs"}
    named = {"type": "object", "properties": properties, "additionalProperties": False}
    return either(words(STANDARD), named)

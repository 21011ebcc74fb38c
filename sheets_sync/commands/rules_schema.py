"""`rules schema`: the JSON Schema by which editors complete and check rulesets."""

from __future__ import annotations

from sheets_sync.commands.exit_codes import DONE
from sheets_sync.commands.terminal import print_json
from sheets_sync.ruleset.schema.document import league_schema, ruleset_schema


def run(what: str) -> int:
    print_json(league_schema() if what == "league" else ruleset_schema())
    return DONE

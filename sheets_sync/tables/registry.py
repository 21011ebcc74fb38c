"""Every table by its name, as league.yaml's ``write`` and the commands know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sheets_sync.marked_yaml import Map, Node, Scalar
from sheets_sync.problems import Problem
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.settings import is_off
from sheets_sync.tables.ballast import ballast_table
from sheets_sync.tables.blacklist import blacklist
from sheets_sync.tables.bracket import bracket
from sheets_sync.tables.desk import decisions_table, problems_table
from sheets_sync.tables.due_dates import due_dates
from sheets_sync.tables.grids import starting_grids
from sheets_sync.tables.interruptions import interruptions_table
from sheets_sync.tables.movement import movement_table
from sheets_sync.tables.pools import out_table, pool_grid
from sheets_sync.tables.results import round_results
from sheets_sync.tables.standings import latest, standings_table
from sheets_sync.tables.table import Access, Table
from sheets_sync.tables.tallies import tally_table

_FIXED: dict[str, Access] = {
    "pool grid": "public",
    "starting grid": "public",
    "round results": "public",
    "interruptions": "public",
    "bracket": "public",
    "movement": "public",
    "ballast": "public",
    "out": "private",
    "blacklist": "private",
    "problems": "private",
    "open decisions": "private",
    "due dates": "private",
}


def known_tables(ruleset: Ruleset) -> dict[str, Access]:
    """The names of all tables of a league with that ruleset, and who may see each. A standing with a
    table for each class is listed as ``drivers *``: its tables are called ``drivers Gold`` and so on."""
    names = dict(_FIXED)
    for name, standing in ruleset.standings.items():
        key = f"{name} *" if standing.usual.each == "class" else name
        names[key] = (
            "public" if all(each.published for each in (standing.usual, *standing.variants())) else "private"
        )
    return names | dict.fromkeys(ruleset.tallies, "private")


def tables_in(tree: Map) -> dict[str, Access]:
    """As `known_tables`, by what the files of a ruleset name, right or not. Who may see a standing isn't
    known then; it counts as public."""
    names = dict(_FIXED)
    for name, node in _named(tree, "standings"):
        each = node.items.get("each") if isinstance(node, Map) else None
        by_class = isinstance(each, Scalar) and each.text == "class"
        names[f"{name} *" if by_class else name] = "public"
    return names | {name: "private" for name, _ in _named(tree, "tallies")}


def _named(tree: Map, section: str) -> list[tuple[str, Node]]:
    """The rules of a section that aren't switched off."""
    node = tree.items.get(section)
    return [(k, v) for k, v in node.items.items() if not is_off(v)] if isinstance(node, Map) else []


def access_of(name: str, tables: Mapping[str, Access]) -> Access | None:
    """Who may see a table; None where there is no such table."""
    for known, access in tables.items():
        if name == known or (known.endswith(" *") and name.startswith(known[:-1])):
            return access
    return None


def make_tables(season: Season, problems: Iterable[Problem]) -> dict[str, Table]:
    """All tables of a season."""
    tables = [standings_table(season, each) for each in latest(season)]
    tables += [round_results(season), pool_grid(season), starting_grids(season)]
    tables += [interruptions_table(season)]
    tables += [movement_table(season), ballast_table(season), out_table(season)]
    tables += [tally_table(season, name) for name in season.ruleset.tallies]
    tables += [bracket(season), blacklist(season), due_dates(season)]
    tables += [decisions_table(season), problems_table(problems)]
    return {table.name: table for table in tables}

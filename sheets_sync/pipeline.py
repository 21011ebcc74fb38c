"""The way of the data, as a list of stages: league, ruleset, spreadsheets, records, rules, tables, plan.

Each function takes what the stage before gave and returns its result with the problems it found;
nothing stops at the first problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sheets_sync.announce.render import check_announcements
from sheets_sync.cells import Grid
from sheets_sync.league import League, load_league
from sheets_sync.lost_tabs import with_lost_tabs
from sheets_sync.plan.memory import Memory
from sheets_sync.plan.ownership import check_writing
from sheets_sync.plan.plan import Plan, make_plan
from sheets_sync.plan.safety import Consent, Inputs, results_of
from sheets_sync.problems import Problem, Severity, has_errors, place_key
from sheets_sync.reading import Progress, as_named, asked_for, read
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.drift import COLUMN_GONE
from sheets_sync.records.facts import KINDS, Facts
from sheets_sync.records.gather import Gathered, check_constants, check_reading, gather
from sheets_sync.records.names import fold as folded
from sheets_sync.records.own_words import check_words
from sheets_sync.records.results import Result
from sheets_sync.records.seen_headers import AllSeen
from sheets_sync.records.synonyms import synonyms_of
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.columns import extra_columns
from sheets_sync.ruleset.files import GROUND
from sheets_sync.ruleset.left_open import POINTS_HINT, lacks_points
from sheets_sync.ruleset.load import as_written, load_ruleset, unknown_sections
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.sources.snapshot import Needed, Snapshot
from sheets_sync.sources.spreadsheets import Library
from sheets_sync.standard.reading import with_standard_tabs
from sheets_sync.tables.registry import known_tables, make_tables, tables_in
from sheets_sync.tables.table import Table


@dataclass(frozen=True, slots=True)
class Setup:
    """A league and its ruleset, both checked."""

    league: League
    ruleset: Ruleset


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run knows. ``problems`` are sorted by where they stand; ``began``: by this moment
    its spreadsheets remember that they were written together."""

    setup: Setup
    snapshots: Mapping[str, Snapshot]
    gathered: Gathered
    season: Season
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...]
    began: datetime


def set_up(path: Path) -> tuple[Setup | None, list[Problem]]:
    """Loads and checks league.yaml and the ruleset it names."""
    league, problems = load_league(path)
    if league is None:
        return None, problems
    folders = (league.folder / "rulesets", league.folder)
    ruleset, found = load_ruleset(league.ruleset, folders, league.line("ruleset"), league.rules)
    league, unclear = with_standard_tabs(league, ruleset)
    problems += [
        *found,
        *unclear,
        *check_reading(league, extra_columns(ruleset) if ruleset else None),
        *check_announcements(league),
    ]
    if ruleset is not None:
        problems += check_constants(league, reading_context(ruleset))
        problems += check_words(league, reading_context(ruleset).statuses)
        problems += check_writing(league, known_tables(ruleset))
    else:
        problems += check_words(league, None)
        problems += _writing_unruled(league, folders)
    problems.sort(key=place_key)
    if ruleset is None or has_errors(problems):
        return None, problems
    return Setup(league, ruleset), problems


def _writing_unruled(league: League, folders: Sequence[Path]) -> Iterator[Problem]:
    """What is wrong with the tables to be written, as far as it shows while the ruleset isn't right: by the
    names that its files give; where they can't be read, by those of the ruleset below all others."""
    tree = as_written(league.ruleset, folders, league.rules)
    sure = tree is not None and not unknown_sections(tree)
    tree = tree or as_written(GROUND)
    return check_writing(league, tables_in(tree), sure) if tree else iter(())


def compute(setup: Setup, now: datetime, progress: Progress = lambda _: None, writes: bool = False) -> Run:
    """Reads the league's spreadsheets and folds its season as it stands at ``now``. ``writes``: whether the
    run may write to them afterwards, so that it needs the right to."""
    began = datetime.now(UTC)
    snapshots, problems = read(setup.league, progress, writes)
    progress("Reading the rows")
    before, look = headers_before(snapshots.values()), partial(_look, setup.league)
    snapshots, problems = with_lost_tabs(setup.league, snapshots, problems, before, look)
    grids = {
        (name, tab): grid for name, snapshot in snapshots.items() for tab, grid in snapshot.grids.items()
    }
    named = as_named(setup.league, grids)
    gathered, found = gather(setup.league, named, reading_context(setup.ruleset), before)
    problems += [*found, *_without_points(setup.ruleset)]
    progress("Applying the rules")
    season = fold(setup.ruleset, gathered.facts, now, read_at=datetime.now(UTC))
    unread = any(each.blocks for each in problems)
    problems += [each for each in season.problems if not unread or each.at is not None]
    ordered = tuple(sorted(dict.fromkeys(problems), key=place_key))
    return Run(setup, snapshots, gathered, season, make_tables(season, ordered), ordered, began)


def _without_points(ruleset: Ruleset) -> list[Problem]:
    """A note where standings go by points that no rule gives."""
    if not lacks_points(ruleset):
        return []
    message = f"{ruleset.document} gives no points, so that every standing stays at 0."
    return [Problem(message, None, POINTS_HINT, Severity.NOTE, rule="points")]


def headers_before(snapshots: Iterable[Snapshot]) -> AllSeen:
    """The headers of the tabs that were read for our last write, by the memory that was written last."""
    known = ((Memory.parse(each.memory), each.identity) for each in snapshots)
    memories = [memory for memory, identity in known if memory and memory.identity == identity]
    return max(memories, key=lambda each: each.run).headers if memories else {}


def _look(league: League, name: str, tabs: Sequence[str]) -> Mapping[str, Grid]:
    """Further tabs of a spreadsheet."""
    asked = replace(asked_for(league, name), tabs=tuple(map(Needed, tabs)), reach={})
    snapshot, _ = Library(league.folder).read(asked)
    return snapshot.grids if snapshot is not None else {}


def plan(run: Run, consent: Consent) -> Plan:
    """What the run would write where."""
    agreed = {COLUMN_GONE} if consent.shrink else set()
    blocking = tuple(each for each in run.problems if each.blocks and each.refusal not in agreed)
    rounds: dict[str, int] = {}
    races = [
        row for row in run.season.facts.results if run.setup.ruleset.is_race(row.session) and _tells(row)
    ]
    for row in races:
        rounds[results_of(row.round)] = rounds.get(results_of(row.round), 0) + 1
    columns, began = read_columns(run.gathered.facts), run.began.isoformat()
    inputs = Inputs({**run.gathered.rows, **rounds}, blocking, columns, began, run.gathered.seen)
    return make_plan(run.setup.league, run.snapshots, run.tables, inputs, consent)


def _tells(row: Result) -> bool:
    """Whether a row says how the race ended: without its place a round is as good as gone."""
    return row.place is not None or row.status is not None or row.total_time is not None


def read_columns(facts: Facts) -> dict[str, dict[int, int]]:
    """The columns that facts were read from, by tab, each with the first row that was."""
    found: dict[str, dict[int, int]] = {}
    for fact in (fact for kind in KINDS for fact in getattr(facts, kind)):
        source = fact.row.source
        columns = found.setdefault(f"{source.spreadsheet}!{source.tab}", {})
        for name, column in source.columns.items():
            row = fact.row.row_of(name)
            columns[column] = min(row, columns.get(column, row))
    return found


def reading_context(ruleset: Ruleset) -> ReadingContext:
    """The words of the ruleset by which cells are read."""
    rounds: dict[str, int] = {}
    for each in ruleset.rounds:
        for word in (each.name, str(each.number), f"R{each.number}", f"round {each.number}"):
            rounds.setdefault(folded(word), each.number)
    variants = [ruleset.pools.usual, *ruleset.pools.variants()]
    names = list(dict.fromkeys(name for each in variants for name in each.names if name != "one")) or ["one"]
    pools = {} if names == ["one"] else {folded(name): name for name in names}
    sessions = {folded(name): name for each in ruleset.rounds for name in ruleset.programme(each.number)}
    statuses = {
        folded(word): name for name, status in ruleset.statuses.items() for word in (name, *status.usual.also)
    }
    zone, columns = ruleset.season.usual.zone, extra_columns(ruleset)
    written = tuple(each.name for each in ruleset.rounds)
    return ReadingContext(
        zone,
        rounds,
        pools,
        sessions,
        statuses,
        columns=columns,
        round_names=written,
        synonyms=synonyms_of(statuses, sessions, pools),
    )

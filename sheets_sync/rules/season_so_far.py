"""The season as the fold leaves it: the whole ledger, what is said at its end, and all that was found."""

from __future__ import annotations

from sheets_sync.rules.ballast import rule as ballast
from sheets_sync.rules.course import Course
from sheets_sync.rules.grids.rule import StartingGrid
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.notices.deadlines import deadlines
from sheets_sync.rules.notices.due import Due
from sheets_sync.rules.notices.rule import notice_problems, notices
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.rules.round_conduct import decisions_so_far
from sheets_sync.rules.sanctions import serving_checks
from sheets_sync.rules.sanctions.entries import sanction_entries, suspended_entries
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Sentence, overturned
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.lines import of_tallies


def season_so_far(course: Course, grid: PoolGrid | None, starting: tuple[StartingGrid, ...]) -> Season:
    """What the fold has found, as it stands now."""
    sentences, penalties = course.sentences(), course.all_penalties()
    told = _told(course, grid, sentences)
    return Season(
        course.ruleset,
        course.facts,
        course.schedule,
        course.now,
        course.seats,
        _ledger(course, sentences, penalties),
        tuple(course.findings.problems),
        tuple(decisions_so_far(course)),
        course.classifications,
        tuple(course.cases),
        tuple(penalties),
        course.standings,
        course.states,
        grid,
        starting,
        tuple(sentences),
        course.moved,
        course.qualified,
        course.verdicts,
        tuple(course.absences),
        ballast.carried(course, grid.round) if grid else {},
        tuple(told),
        tuple(course.marked),
        deadlines=tuple(deadlines(course)),
    )


def _told(course: Course, grid: PoolGrid | None, sentences: list[Sentence]) -> list[Due]:
    """The notices; with them is said whose sanction wasn't served."""
    problems = course.findings.problems
    problems += serving_checks.raced_all_the_same(course, sentences)
    problems += serving_checks.served_in_vain(course, sentences)
    told = notices(course, grid.round if grid else None)
    problems += notice_problems(course, told)
    return told


def _ledger(course: Course, sentences: list[Sentence], penalties: list[Penalty]) -> tuple[Entry, ...]:
    """All entries: what the rounds brought, what tallies weigh, and what became of the sanctions."""
    for_later = [*sentences, *overturned(penalties, sentences)]
    of_sanctions = [*sanction_entries(for_later), *suspended_entries(penalties)]
    return (*course.entries(), *of_tallies(course), *of_sanctions)

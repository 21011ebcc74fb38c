"""Which record kinds a ruleset makes use of: a tab is asked for only where a rule reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sheets_sync.standard import questions
from sheets_sync.standard.uses import Uses


@dataclass(frozen=True, slots=True)
class Need:
    """A kind's standard tab. ``rows``: what a row of it is; ``why`` says in words what ``when`` asks."""

    kind: str
    tab: str
    rows: str
    why: str
    when: Callable[[Uses], bool]


NEEDS = (
    Need("entries", "Entries", "One row for each driver.", "always", questions.always),
    Need(
        "aliases",
        "Aliases",
        "One row for each spelling of a name that somebody has confirmed.",
        "never by a ruleset: where a league wants one",
        lambda _: False,
    ),
    Need(
        "calendar", "Calendar", "One row for each round, or for each pool of it.", "always", questions.always
    ),
    Need("results", "Results", "One row for each driver in each session.", "always", questions.always),
    Need(
        "choices",
        "Pool choice",
        "One row for each choice; the first come are served first.",
        "pools > fill is choice, tab or draw",
        questions.choices,
    ),
    Need(
        "swaps",
        "Swaps",
        "One row for each exchange of two pools.",
        "pools > swap is written",
        questions.swaps,
    ),
    Need(
        "moves",
        "Moves",
        "One row for each driver who races elsewhere.",
        "pools > move is written",
        questions.moves,
    ),
    Need(
        "sign_outs",
        "Sign-outs",
        "One row for each driver who misses a round and says so: driver and round, or the line as posted.",
        "absence > notice is written, or a tally counts SO",
        questions.sign_outs,
    ),
    Need(
        "attendance",
        "Attendance",
        "One row for each driver who was there.",
        "a check looks at the attendance",
        questions.checks("attendance"),
    ),
    Need(
        "replacements",
        "Replacements",
        "One row for each driver who leaves.",
        "roster > replacement is written, or results are erased",
        questions.replacements,
    ),
    Need(
        "transfers",
        "Transfers",
        "One row for each driver whose pool, class or team changes for good.",
        "roster > transfer, movement, or a demotion is written",
        questions.transfers,
    ),
    Need(
        "cases",
        "Penalties",
        "One row for each case; a later row with the same case decides it anew.",
        "the tariff has codes, or cases > report is written",
        questions.cases,
    ),
    Need(
        "votes",
        "Votes",
        "One row for each steward on each case.",
        "cases > votes is written",
        questions.votes,
    ),
    Need(
        "interruptions",
        "Interruptions",
        "One row for each race that was broken off.",
        "there are interruptions",
        lambda uses: bool(uses.ruleset.interruptions),
    ),
    Need(
        "awards",
        "Awards",
        "One row for each code that needs no case.",
        "a rule names a code that isn't in the tariff",
        lambda uses: bool(uses.awards),
    ),
    Need(
        "decisions",
        "Decisions",
        "One row for each thing that the organisers decide about a driver.",
        "there are checks, or a sanction moves a driver",
        questions.decisions,
    ),
    Need(
        "opening",
        "Opening balances",
        "One row for each thing that a driver brings along from before the season.",
        "a tally outlasts the season, or a standing carries points",
        questions.opening,
    ),
    Need(
        "blacklist",
        "Blacklist",
        "One row for each name that may not enter.",
        "a check or a sanction names the blacklist",
        questions.blacklist,
    ),
    Need(
        "approvals",
        "Approvals",
        "One row for each document that is signed.",
        "cases > final is signed, or a notice waits",
        questions.approvals,
    ),
    Need(
        "answers",
        "Answers",
        "One row for each open decision that was taken.",
        "something may be left to people to decide",
        questions.answers,
    ),
)
"""Every record kind with its standard tab; the order is that of the tabs in a new workbook."""

"""Who is meant by a name as people write it; what could be two drivers is a problem, never a guess."""

from __future__ import annotations

import pytest
from rule_cases import _league

from sheets_sync.cells import Grid, Value
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records.facts import Facts
from sheets_sync.records.gather import gather
from sheets_sync.ruleset.load import load_ruleset

ENTRIES: list[list[Value]] = [
    [
        "Driver",
        "Max Müller",
        "José Núñez-Ortiz",
        "[ABC] Ann Lee",
        "Ben O'Neil",
        "Li Wei",
        "Wei Li",
        "Tom (A)",
    ],
    ["No.", 7, 44, "007", 12, 3, 4, 5],
    ["PSN ID", "mx_muller", "JNO-44", "lee99", "bigben", "liwei", "weili", "tomtom"],
    ["Also known as", "Maxi; Der Max", None, "Annie\nA. Lee", None, None, None, None],
]


def _read(**tabs: list[list[Value]]) -> tuple[Facts, list[Problem]]:
    """Each tab by its columns, the header on top."""
    ruleset, problems = load_ruleset("msa-2021")
    assert ruleset is not None, problems
    tabs = {"entries": ENTRIES, **tabs}
    grids = {
        ("book", kind): Grid("book", kind, columns, [[""] * len(column) for column in columns])
        for kind, columns in tabs.items()
    }
    context = reading_context(ruleset)
    gathered, found = gather(_league(grids), grids, context)
    return gathered.facts, found


def _who(*names: Value, **tabs: list[list[Value]]) -> tuple[list[str], list[str]]:
    facts, problems = _read(attendance=[["Driver", *names], ["At", *([None] * len(names))]], **tabs)
    return [each.driver for each in facts.attendance], [str(each) for each in problems]


MAX, JOSE, ANN, BEN = "max-muller", "jose-nunez-ortiz", "abc-ann-lee", "ben-o-neil"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("max müller", MAX), ("MAX MULLER", MAX), ("Max  Müller ", MAX), ("Max Mueller", MAX),
        ("MÜLLER Max", MAX), ("Müller, Max", MAX), ("Max Müller (R)", MAX), ("Max Müller *", MAX),
        ("🇩🇪 Max Müller", MAX), ("[XYZ] Max Müller", MAX), ("XYZ | Max Müller", MAX),
        ("Max Müller | XYZ", MAX),
        ("Max Müller #7", MAX), ("Maxi", MAX), ("der max", MAX), ("mx_muller", MAX), (7, MAX), ("#7", MAX),
        ("Jose Nunez Ortiz", JOSE), ("NÚÑEZ-ORTIZ José", JOSE), ("jno-44", JOSE), (44.0, JOSE), ("44", JOSE),
        ("Ann Lee", ANN), ("[ABC] Ann Lee", ANN), ("Lee, Ann", ANN), ("ANNIE", ANN), ("a. lee", ANN),
        ("007", ANN), ("Ben ONeil", BEN), ("Ben O’Neil", BEN), ("Ｂｅｎ Ｏ'Ｎｅｉｌ", BEN),
        ("Li Wei", "li-wei"), ("Wei Li", "wei-li"), ("LiWei", "li-wei"), ("Tom", "tom-a"),
        ("Tom (A)", "tom-a"),
    ],
)  # fmt: skip
def test_one_driver_in_every_writing(written: Value, key: str) -> None:
    assert _who(written) == ([key], [])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Li, Wei", "'Li, Wei' can be 'Li Wei' or 'Wei Li'."),
        ("Max Müller (Ben O'Neil)", "'Max Müller (Ben O'Neil)' can be 'Ben O'Neil' or 'Max Müller'."),
        ("Max Müller #12", "'Max Müller #12' can be 'Ben O'Neil' or 'Max Müller'."),
        ("Li Wei | Ben O'Neil", "'Li Wei | Ben O'Neil' can be 'Ben O'Neil' or 'Li Wei'."),
    ],
)
def test_a_name_that_can_be_two_drivers(written: str, said: str) -> None:
    where, hint = "book!attendance!A2", "Write the name as in the entry list."
    assert _who(written) == ([], [f"{where}: {said} The row is left out. {hint}"])


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("Max Muler", "Did you mean 'Max Müller'?"),
        ("[XYZ] Ann Lee", "Did you mean '[ABC] Ann Lee'?"),
        ("Tom (B)", "Did you mean 'Tom (A)'?"),
        ("Max Mülleer", "Did you mean 'Max Müller'?"),
        ("Nobody", "Add the driver to the entries, or mend the name."),
        ("#99", "Add the driver to the entries, or mend the name."),
        ("[ABC]", "Add the driver to the entries, or mend the name."),
    ],
)
def test_a_near_miss_is_proposed_and_never_taken(written: str, proposal: str) -> None:
    said = f"book!attendance!A2: '{written}' isn't in the entry list. The row is left out. {proposal}"
    assert _who(written) == ([], [said])


def test_a_near_miss_is_confirmed_once_in_the_alias_tab() -> None:
    confirmed: list[list[Value]] = [["Written", "Max Muler"], ["Driver", "Max Müller"], ["By", "Ann"]]
    assert _who("max muler", aliases=confirmed) == ([MAX], [])
    assert _who("Max Mulerr", aliases=confirmed)[1] == [
        "book!attendance!A2: 'Max Mulerr' isn't in the entry list. The row is left out. Did you mean "
        "'Max Müller'? Where it is right so, write it beside the driver in book!aliases."
    ]


def test_an_alias_that_is_another_drivers_name() -> None:
    aliases: list[list[Value]] = [["Written", "Ben O'Neil", "Li"], ["Driver", "Li Wei", "Li Wei"]]
    keys, problems = _who("Ben O'Neil", "Li", aliases=aliases)
    assert keys == [BEN, "li-wei"]
    assert problems == [
        "book!aliases!A2: 'Ben O'Neil' is the name of Ben O'Neil, so that it can't mean Li Wei, too. "
        "It isn't used. Take it out, or mend it."
    ]


def test_an_alias_of_two_drivers_counts_for_neither() -> None:
    aliases: list[list[Value]] = [["Written", "Chief", "chief"], ["Driver", "Li Wei", "Ben O'Neil"]]
    keys, problems = _who("Chief", aliases=aliases)
    assert keys == []
    assert problems == [
        "book!aliases!A3: 'chief' is said of Ben O'Neil here, and of Li Wei in A2. Neither counts. "
        "Take one of them out.",
        "book!attendance!A2: 'Chief' isn't in the entry list. The row is left out. Add the driver to the "
        "entries, or mend the name. Where it is right so, write it beside the driver in book!aliases.",
    ]


def test_a_looser_form_of_two_entries_names_neither() -> None:
    """Jo-Ann and Joann are two people; each is found by the own spelling only."""
    entries: list[list[Value]] = [["Driver", "Jo-Ann", "Joann"], ["No.", 1, 2]]
    assert _who("JO-ANN", "joann", entries=entries) == (["jo-ann", "joann"], [])
    assert _who("Jo Ann", entries=entries)[1] == [
        "book!attendance!A2: 'Jo Ann' can be 'Jo-Ann' or 'Joann'. The row is left out. "
        "Write the name as in the entry list."
    ]


def test_an_id_that_is_another_drivers_name_in_a_looser_form() -> None:
    entries: list[list[Value]] = [["Driver", "Max Power", "Ann Lee"], ["PSN ID", "mp", "max-power"]]
    assert _who("max-power", entries=entries)[1] == [
        "book!attendance!A2: 'max-power' can be 'Ann Lee' or 'Max Power'. The row is left out. "
        "Write the name as in the entry list."
    ]


def test_two_entries_of_one_name_stay_a_problem() -> None:
    entries: list[list[Value]] = [["Driver", "Max Müller", "MAX MULLER"], ["No.", 1, 2]]
    assert [str(each) for each in _read(entries=entries)[1]] == [
        "book!entries!A3: 'MAX MULLER' is the same name as 'Max Müller' in A2. The row is left out. "
        "Make the two names differ."
    ]


@pytest.mark.parametrize(
    "column", [["PSN ID", "lee99", "bigben"], ["#", "007", 12], ["Car number", "#007", "12"]]
)
def test_results_without_names_are_read_by_ids_or_numbers(column: list[Value]) -> None:
    facts, problems = _read(results=[["Round", 1, 1], ["Pos", 1, 2], column])
    assert ([each.driver for each in facts.results], problems) == ([ANN, BEN], [])


def test_the_names_come_before_the_numbers() -> None:
    columns: list[list[Value]] = [["Round", 1], ["Pos", 1], ["No.", 12], ["Driver", "Ann Lee"]]
    facts, problems = _read(results=columns)
    assert ([(each.driver, each.number) for each in facts.results], problems) == ([(ANN, "12")], [])


def test_a_number_stays_the_number_where_it_tells_the_driver() -> None:
    facts, _ = _read(results=[["Round", 1], ["Pos", 1], ["No.", 12]])
    assert [(each.driver, each.number) for each in facts.results] == [(BEN, "12")]

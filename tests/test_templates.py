"""What the shipped templates say, read as drivers and stewards read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import computed
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.announce.discord import code_table, messages
from sheets_sync.announce.driver_view import driver_view
from sheets_sync.announce.environment import SUFFIX, environment
from sheets_sync.announce.viewing import penalties_view, pools_view, results_view
from sheets_sync.announce.views import Desk
from sheets_sync.jobs.demo import lay_out
from sheets_sync.rules.season.season import Season


def _season(rules: str, facts: dict[str, list[Any]], now: str = "2100-01-01 00:00") -> Season:
    changes, problems = marked_yaml.parse(rules, Path("rules.yaml"))
    assert changes is not None and not problems
    outcome = run_on("base", changes, facts, now)
    assert outcome.season is not None, outcome.problems
    return outcome.season


def _rendered(template: str, season: Season) -> list[str]:
    context = {
        "results": results_view(season),
        "penalties": penalties_view(season),
        "pools": pools_view(season),
    }
    text = (
        environment(Path("nowhere"))
        .get_template(template + SUFFIX)
        .render(league="Cup", now=season.now, **context)
    )
    return [line for line in text.splitlines() if line.strip()]


_HEAT = """
calendar: {R1: {dates: 2023-09-03}, heat: {dates: 2023-09-10}}
season: {start: 20:00}
points: {race: {table: [25, 18], rounds: R1}}
"""


def test_a_race_without_points_shows_none() -> None:
    """The heat gives no points, so that beside the names there is nothing; the standings keep 25 and 18."""
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "results": [
            {"round": number, "driver": name, "pos": place}
            for number, names in (("1", ("Ann", "Ben")), ("2", ("Ben", "Ann")))
            for place, name in zip(("1", "2"), names, strict=True)
        ],
    }
    assert _rendered("round-results", _season(_HEAT, facts)) == [
        "# heat: results",
        "Final.",
        "**Race** · <t:1694376000:d>",
        "```",
        "1  Ben",
        "2  Ann",
        "```",
        "**Standings after heat**",
        "```",
        "1  =  Ann  25",
        "2  =  Ben  18",
        "```",
    ]


def test_a_race_in_which_nobody_scores_shows_its_zeros() -> None:
    """Points are given there: who didn't finish has 0."""
    rules = "calendar: 1\npoints: {race: {table: [25]}}"
    facts: dict[str, list[Any]] = {
        "entries": ["Ann"],
        "results": [{"round": "1", "driver": "Ann", "status": "DNS"}],
    }
    assert "–  Ann  DNS  0" in _rendered("round-results", _season(rules, facts))


def test_a_column_that_is_empty_everywhere_leaves_no_gap() -> None:
    assert (
        code_table([["1", "Ann", "", "9"], ["10", "Ben", "", "8"]], ">< >")
        == "```\n 1  Ann  9\n10  Ben  8\n```"
    )


def test_a_pool_with_more_drivers_than_places_has_none_free() -> None:
    """Three drivers in a pool of two: no line of minus one free places."""
    rules = "calendar: 1\npools: {names: [Gold, Silver], size: 2, fill: keep}"
    facts: dict[str, list[Any]] = {
        "entries": [{"driver": name, "pool": "Gold"} for name in ("Ann", "Ben", "Cem")]
    }
    lines = _rendered("pool-grid", _season(rules, facts))
    assert lines[1:] == ["**Gold**", "- Ann", "- Ben", "- Cem", "**Silver**", "- *2 free places*"]


def test_where_it_happened_reads_as_words() -> None:
    """A corner by its number, by its short name, or by its name."""
    rules = "calendar: 1\ntariff: {unit: s, codes: {CUT: 5}}"
    case = {"round": "1", "driver": "Ann", "code": "CUT", "verdict": "penalty"}
    facts: dict[str, list[Any]] = {
        "entries": ["Ann"],
        "results": [{"round": "1", "driver": "Ann", "pos": "1"}],
        "cases": [
            {**case, "case": "1", "lap": "3", "turn": "4"},
            {**case, "case": "2", "lap": "3", "turn": "T4"},
            {**case, "case": "3", "turn": "La Source"},
        ],
    }
    heads = [
        line for line in _rendered("penalty-decisions", _season(rules, facts)) if line.startswith("**Ann")
    ]
    assert heads == [
        "**Ann** · case 1 · lap 3, turn 4",
        "**Ann** · case 2 · lap 3, T4",
        "**Ann** · case 3 · La Source",
    ]


def test_a_removal_is_in_force_and_not_served(tmp_path: Path) -> None:
    """Aurélien Castagnet served a qualifying ban in R5 and is out of the league since R6."""
    lay_out(tmp_path / "aor", "aor")
    season = computed(tmp_path / "aor").season
    record = driver_view(season, next(key for key in season.seats.entrants if "castagnet" in key))
    states = {each.words: each.state for each in record.sanctions}
    assert states == {
        "qualifying ban": "served in R5",
        "life ban": "in force",
        "removal": "in force",
        "blacklist": "in force",
    }


def test_names_neither_format_nor_ping() -> None:
    rules = "calendar: 1\npools: {names: [A, B]}"
    names = [
        "*Ann*",
        "_Ben_",
        "@everyone",
        "||Cid||",
        "1. Dee",
        "# Eve",
        "<@123>",
        "~~Fay~~",
        "`Gus`",
        "- Hal",
    ]
    facts: dict[str, list[Any]] = {"entries": [{"driver": name, "pool": "A"} for name in names]}
    assert set(_rendered("pool-grid", _season(rules, facts, "2023-01-01 00:00"))[2:-1]) == {
        r"- \*Ann",
        r"- \_Ben\_",
        "- @\u200beveryone",
        r"- \|\|Cid\|\|",
        r"- \1. Dee",
        r"- \# Eve",
        "- \\<@\u200b123\\>",
        r"- \~\~Fay\~\~",
        r"- \`Gus\`",
        r"- \- Hal",
    }


def test_names_stand_in_the_order_of_an_alphabet() -> None:
    """Accents don't send anybody to the end."""
    facts: dict[str, list[Any]] = {"entries": ["Zoe", "Élodie", "İlker", "Ivo", "eva"]}
    grid = pools_view(_season("calendar: 1", facts, "2023-01-01 00:00"))
    assert grid.pools[0].drivers == ("Élodie", "eva", "İlker", "Ivo", "Zoe")


def test_a_line_longer_than_a_message_loses_nothing() -> None:
    """300 drivers without a pool in one line: 2690 characters are two messages, cut between two names."""
    line = ", ".join(f"Name{number:03}" for number in range(300))
    found = messages(f"**No pool yet:** {line}")
    assert [len(each) <= 2000 for each in found] == [True, True]
    assert found[0].endswith(",") and found[1].startswith("Name")
    assert " ".join(found) == f"**No pool yet:** {line}"


def test_a_word_longer_than_a_message_is_cut_before_its_mark() -> None:
    found = messages("x" * 1983 + r"\*" + "y" * 100)
    assert found == ["x" * 1983, r"\*" + "y" * 100]


def test_a_season_without_standings_has_no_heading_for_them() -> None:
    rules = "calendar: 1\nstandings: {drivers: {published: no}}"
    facts: dict[str, list[Any]] = {
        "entries": ["Ann"],
        "results": [{"round": "1", "driver": "Ann", "pos": "1"}],
    }
    assert _rendered("round-results", _season(rules, facts)) == [
        "# R1: results",
        "Final.",
        "**Race**",
        "```",
        "1  Ann",
        "```",
    ]


def test_a_bonus_keeps_its_capitals() -> None:
    rules = "calendar: 1\npoints: {AOR bonus: {for: best lap, table: [1]}}"
    facts: dict[str, list[Any]] = {
        "entries": ["Ann"],
        "results": [{"round": "1", "driver": "Ann", "pos": "1", "best lap": "1:30.000"}],
    }
    said = [line for line in _rendered("round-results", _season(rules, facts)) if line.startswith("- ")]
    assert said == ["- AOR bonus: Ann · best lap 1:30.000"]


def test_a_brief_counts_only_what_there_is() -> None:
    made = environment(Path("nowhere")).get_template("stewards-brief" + SUFFIX)
    lines = [
        made.render(league="Cup", desk=Desk((), (), (), errors, warnings)).rstrip().splitlines()[-1]
        for errors, warnings in ((0, 0), (1, 0), (0, 2), (3, 1))
    ]
    assert lines == [
        "In the tabs: nothing to mend.",
        "In the tabs: 1 error.",
        "In the tabs: 2 warnings.",
        "In the tabs: 3 errors, 1 warning.",
    ]


def test_results_say_what_moved_a_driver_down() -> None:
    """Ben was first on the road by 2 s and gets 5 s: 20:03 against Ann's 20:00; Cid's 2.5 s move nobody."""
    rules = """
calendar: 1
classification: {by: time}
tariff: {codes: {X: 5 s, Y: 2.5 s}}
points: {race: {table: [3, 2, 1]}}
"""
    case = {"round": "1", "verdict": "penalty"}
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben", "Cid"],
        "results": [
            {"round": "1", "driver": "Ben", "total_time": "19:58.000"},
            {"round": "1", "driver": "Ann", "total_time": "20:00.000"},
            {"round": "1", "driver": "Cid", "total_time": "20:30.000"},
        ],
        "cases": [
            {**case, "case": "1", "driver": "Ben", "code": "X"},
            {**case, "case": "2", "driver": "Cid", "code": "Y"},
        ],
    }
    assert _rendered("round-results", _season(rules, facts))[4:7] == [
        "1  Ann          3",
        "2  Ben  +5 s    2",
        "3  Cid  +2.5 s  1",
    ]


def test_seconds_that_can_not_be_applied_moved_nobody_down() -> None:
    """The session goes by the places as entered: Ben's 5 s are reported as an error, and stand nowhere."""
    rules = "{calendar: 1, tariff: {codes: {X: 5 s}}, points: {race: {table: [3, 2]}}}"
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "results": [
            {"round": "1", "driver": "Ann", "pos": "1"},
            {"round": "1", "driver": "Ben", "pos": "2"},
        ],
        "cases": [{"case": "1", "round": "1", "driver": "Ben", "code": "X", "verdict": "penalty"}],
    }
    assert _rendered("round-results", _season(rules, facts))[4:6] == ["1  Ann  3", "2  Ben  2"]

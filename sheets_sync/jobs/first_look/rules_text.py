"""What league.yaml says under `rules`: the words found in the tabs, and what the ruleset leaves to the
league."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.league_words import LeagueWords
from sheets_sync.jobs.new_league.start import Start
from sheets_sync.jobs.yaml_text import on_a_line, quoted
from sheets_sync.records.names import fold
from sheets_sync.ruleset.left_open import USUAL_POINTS

_HEAD = "# What your league says for itself.\nrules:\n"


@dataclass(frozen=True, slots=True)
class Rules:
    """``whole``: the end of league.yaml; ``text``: the settings in it by themselves, empty where there are
    none."""

    whole: str
    text: str


def rules_text(start: Start, words: LeagueWords, known: Known) -> Rules:
    """The rounds where the ruleset has none, its pools and sessions where it knows of none, and points."""
    settings = [
        *(_calendar(words) if start.rounds else []),
        *_sessions(words, known),
        *_pools(words, known),
        *_points(start),
    ]
    if not settings:
        return Rules(start.text(), "")
    text = "".join(f"{setting}\n" for setting, _ in settings)
    lines = [f"  {line}\n" for setting, says in settings for line in _said(setting, says)]
    return Rules(_HEAD + "".join(lines), text)


def _said(setting: str, says: str) -> list[str]:
    """The setting with what is said of it above, where there is anything to say."""
    return [*([f"# {says}"] if says else []), *setting.splitlines()]


def _calendar(words: LeagueWords) -> list[tuple[str, str]]:
    says = "" if words.found else "no tab says how many rounds there are: put yours"
    if isinstance(words.rounds, int):
        return [(f"calendar: {words.rounds}", says)]
    names = [f"  {_name(name)}: {_number(name)}" for name in words.rounds]
    return [("\n".join(["calendar:", *names]), says)]


def _number(name: str) -> str:
    return "{number: 0}" if name.casefold() in ("round 0", "r0", "0") else "{}"


def _sessions(words: LeagueWords, known: Known) -> list[tuple[str, str]]:
    """The programme; where the document has one of its own that stays."""
    if not words.sessions or set(known.uses.sessions) > {"race"}:
        return []
    names = ", ".join(map(_name, words.sessions))
    return [(f"season: {{programme: [{names}]}}", "")]


def _pools(words: LeagueWords, known: Known) -> list[tuple[str, str]]:
    """Where the ruleset has none, or quite other ones."""
    if not words.pools or {fold(name) for name in words.pools} & known.context.pools.keys():
        return []
    return [(f"pools: {{names: [{', '.join(map(_name, words.pools))}]}}", "in the order of your tabs")]


def _points(start: Start) -> list[tuple[str, str]]:
    says = "usual ones, from the first place down: put yours"
    return [(f"points: {{race: {{table: {USUAL_POINTS}}}}}", says)] if start.points else []


def _name(text: str) -> str:
    return quoted(on_a_line(text))

"""Which session a tab of results holds, by its name, by what stands above its header, and by its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sheets_sync.jobs.first_look.choosing import Guess
from sheets_sync.jobs.first_look.tops import texts_of
from sheets_sync.records.names import fold

_QUALIFYING = re.compile(
    r"\b(?:(?:pre[- ]?)?quali\w*|q|qualy|qualif\w*|zeittraining|superpole|hot ?laps?|time trial|"
    r"classificatoria|treino)\b"
)
_OTHERS = ("sprint", "feature", "heat 1", "heat 2", "heat 3", "heat 4", "race 1", "race 2", "race 3")
QUALIFYING, RACE = "qualifying", "race"
_OF_A_RACE = ("total_time", "laps", "status", "start", "laps_led", "unserved")


def is_qualifying(session: str) -> bool:
    return "quali" in fold(session) or bool(_QUALIFYING.search(fold(session)))


def session_of(guess: Guess, sessions: Iterable[str]) -> str:
    """That of the ruleset's sessions which the tab is about; empty where it has one session, or none can be
    told."""
    named = list(dict.fromkeys(sessions))
    if len(named) < 2:
        return ""
    for text in _about(guess):
        hits = [name for name in named if re.search(rf"\b{re.escape(fold(name))}\b", text)]
        if hits:
            return max(hits, key=len)
        if _QUALIFYING.search(text):
            return next((name for name in named if is_qualifying(name)), "")
    told = QUALIFYING if _is_by_laps(guess) else RACE
    same = [name for name in named if is_qualifying(name) == (told == QUALIFYING)]
    return same[0] if len(same) == 1 else ""


def sessions_told(results: Sequence[Guess]) -> list[str]:
    """The session of each tab in our words, where no ruleset lists any. Where all tabs give nothing but laps
    and none says that it is a qualifying, they are races."""
    all_by_laps = all(map(_is_by_laps, results))
    told = [_named(guess) for guess in results]
    by_laps = [QUALIFYING if _is_by_laps(guess) and not all_by_laps else RACE for guess in results]
    return [name or guessed for name, guessed in zip(told, by_laps, strict=True)]


def _named(guess: Guess) -> str:
    for text in _about(guess):
        if _QUALIFYING.search(text):
            return QUALIFYING
        named = next((name for name in _OTHERS if re.search(rf"\b{name}\b", text)), "")
        if named:
            return named
    return ""


def _about(guess: Guess) -> list[str]:
    """The tab's name, then the texts above its header, each folded."""
    top = guess.chosen.match.top.row if guess.chosen else 1
    above = [text for row in range(1, min(top, 4)) for text in texts_of(guess.grid, row).values()]
    return [fold(text).replace("_", " ") for text in [guess.grid.tab, *above[:2]]]


def _is_by_laps(guess: Guess) -> bool:
    """Best laps and nothing that only a race has: a qualifying."""
    match = guess.chosen.match if guess.chosen else None
    filled = {each.field for each in match.placed if each.column.cells} if match else set()
    return "best_lap" in filled and not filled & set(_OF_A_RACE)

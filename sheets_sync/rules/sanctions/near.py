"""What a person may have meant by a sanction that can't be read: it is proposed, never taken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from sheets_sync.ruleset.phrases import Sanction

_NUMBER = r"[+-]?\s*(\d+(?:[.,]\d+)?)[\s-]*"
_SPOTS = r"(?:place|places|pos|position|positions|spot|spots|slot|slots)"
_SHAPES = (
    (r"(?:s|secs?|seconds?|sek|sekunden|″|\"|'')\.?", "s", "s"),
    (
        rf"(?:{_SPOTS}[\s-]*(?:on the |of the )?)?(?:start(?:ing)? )?grid[\s-]*{_SPOTS}?",
        "grid place",
        "grid places",
    ),
    (_SPOTS, "place", "places"),
    (r"laps?", "lap", "laps"),
    (r"(?:kg|kilos?|kilograms?)", "kg", "kg"),
)
_TAIL = r"(?:[\s-]*(?:penalty|penalties|drop|time penalty|added|ballast))?"
_POINTS = re.compile(
    r"([+-]?)\s*(\d+)\s*(?:pts?|points?|championship points?)\.?(?: deducted| deduction)?", re.I
)
_WITH_A_FIGURE = frozenset(
    {
        Sanction.SECONDS,
        Sanction.PLACES,
        Sanction.LAPS,
        Sanction.POINTS,
        Sanction.GRID_PLACES,
        Sanction.BALLAST,
        Sanction.TALLY,
        Sanction.DECIDE,
        Sanction.SESSION_BAN,
        Sanction.SESSION_DISQUALIFICATION,
    }
)
_WORDS = ("race ban", *(each.value for each in Sanction if each not in _WITH_A_FIGURE))
_CLOSE = 0.75


def near_sanction(text: str, also: Iterable[str] = ()) -> str | None:
    """The right writing of what stands there, or None. ``also``: further sanctions of this league."""
    written = " ".join(text.split()).casefold()
    for shape, one, several in _SHAPES:
        match = re.fullmatch(_NUMBER + shape + _TAIL, written)
        if match:
            amount = match[1].replace(",", ".")
            return f"{amount} {one if amount == '1' else several}"
    points = _POINTS.fullmatch(written)
    if points:
        unit = "point" if points[2] == "1" else "points"
        return " or ".join(f"{sign}{points[2]} {unit}" for sign in points[1] or "-+")
    words = {each.casefold(): each for each in (*_WORDS, *_figured(written), *also)}
    close = difflib.get_close_matches(written, words, n=1, cutoff=_CLOSE)
    return words[close[0]] if close else None


def _figured(written: str) -> list[str]:
    """The sanctions with a figure, with the one that is written."""
    figure = re.match(r"[+-]?\d+", written)
    amount = figure[0].removeprefix("+") if figure else ""
    return (
        [f"{amount} {unit}" for unit in ("places", "laps", "points", "grid places", "round bans")]
        if amount
        else []
    )

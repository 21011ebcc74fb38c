"""The ways in which people write one and the same thing into a cell."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

from sheets_sync.cells import Value
from tests.messy.languages import Language

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_FLAGS = ("🇫🇷", "🏁", "🏆")


@dataclass(frozen=True)
class Written:
    """What a cell holds and shows."""

    value: Value
    number_format: str = ""


@dataclass(frozen=True)
class Hand:
    """How one person writes; a tab is filled by one hand."""

    language: Language
    place: str
    time: str
    name: str
    round: str

    def placed(self, place: int) -> Written:
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(place, "th")
        ways: dict[str, Value] = {
            "number": place,
            "float": float(place),
            "text": str(place),
            "P": f"P{place}",
            "ordinal": f"{place}{suffix}",
            "dot": f"{place}.",
            "wide": str(place).translate(_WIDE),
            "star": f"{place}*",
        }
        return Written(ways[self.place])

    def timed(self, ms: int) -> Written:
        minutes, rest = divmod(ms, 60_000)
        point = "," if self.language.comma else "."
        tail = f"{rest // 1000:02}{point}{rest % 1000:03}"
        if self.time == "duration":
            return Written(ms / 86_400_000, "[h]:mm:ss.000")
        ways: dict[str, Value] = {
            "colon": f"{minutes}:{tail}",
            "quotes": f"{minutes}'{rest // 1000:02}\"{rest % 1000:03}",
            "letters": f"{minutes}m{tail}s",
        }
        return Written(ways[self.time])

    def named(self, name: str) -> Written:
        bare = "".join(
            each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)
        )
        first, _, last = name.partition(" ")
        ways = {
            "same": name,
            "capitals": name.upper(),
            "bare": bare,
            "spaces": f" {name.replace(' ', '  ')} ",
            "hard": name.replace(" ", "\u00a0"),
            "clan": f"[RKT] {name}",
            "reserve": f"{name} (R)",
            "star": f"{name}*",
            "flag": f"{_FLAGS[len(name) % 3]} {name}",
            "last first": f"{last}, {first}",
        }
        return Written(ways[self.name])

    def fell(self, status: str, choice: int) -> Written:
        words = self.language.statuses[status]
        return Written(words[choice % len(words)])

    def rounded(self, number: int) -> Written:
        """A round in a cell of its own."""
        ways: dict[str, Value] = {"number": number, "R": f"R{number}", "word": f"Round {number}"}
        return Written(ways[self.round])


PLACES = ("number", "float", "text", "P", "ordinal", "dot", "wide", "star")
TIMES = ("colon", "quotes", "letters", "duration")
NAMES = ("same", "capitals", "bare", "spaces", "hard", "clan", "reserve", "star", "flag", "last first")


def hands(languages: tuple[Language, ...]) -> st.SearchStrategy[Hand]:
    return st.builds(
        Hand,
        st.sampled_from(languages),
        st.sampled_from(PLACES),
        st.sampled_from(TIMES),
        st.sampled_from(NAMES),
        st.sampled_from(("number", "R", "word")),
    )

"""Who goes where: pool choices, swaps, sign-outs and replacements, as people typed them.

A moment is written `10-07 18:20` (of 2023). With a leading apostrophe, as in a spreadsheet, it is typed
as text and never becomes a date.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from later import MISSED_RACE
from season import POOLS, field

YEAR = 2023


def moment(text: str) -> datetime | str | None:
    """A date-time cell, a text cell for `'10-07 18:20`, an empty one for nothing."""
    if not text:
        return None
    if text.startswith("'"):
        return f"{YEAR}-{text[1:]}"
    return datetime.strptime(f"{YEAR}-{text}", "%Y-%m-%d %H:%M")


def awake(at: datetime) -> datetime:
    """The same minute, but not in the small hours."""
    return at.replace(hour=at.hour + 9) if at.hour < 7 else at


@dataclass(frozen=True)
class Swap:
    asked: str
    round: str
    driver: str
    partner: str
    confirmed: str | bool
    partner_confirmed: str | bool
    remark: str = ""


SWAPS = (
    Swap("10-01 23:12", "R2", "Aroha Te Whare", "Jean-Baptiste Lefèvre", "yes", "yes", "grid updated"),
    Swap("'10-01 23:40", "R2", "Ben Ashcroft", "Chloé Dubois-Martin", "Yes", True, "done"),
    Swap(
        "10-02 08:05",
        "R2",
        "Mikko Hämäläinen",
        "Ruaridh Campbell",
        "yes",
        "yes",
        "done, M. works late Friday",
    ),
    Swap("10-07 14:20", "R3", "Kenji Sato", "Giulia Ferrante", "yes", "yes"),
    Swap(
        "10-07 14:55",
        "R3",
        "Owen Fitzgerald-Hughes",
        "Ethan Kowalczyk",
        "yes",
        "yes",
        "agreed on Thursday already",
    ),
    Swap("10-07 16:31", "R3", "Takumi Aoki", "Hinata Morishita", "yes", "yes", "?? ask Takumi"),
    Swap("10-07 19:48", "R3", "Daan Hoekstra", "Lukas Bradner", "yes", "yes"),
    Swap("'10-07 21:02", "R3", "Tomáš Dvořák", "Andrei Vulpescu", "yes", "Yes"),
    Swap("10-08 09:40", "R3", "Giulia Ferrante", "Angus Whitlock", "yes", "yes", "2nd one of Giulia?"),
    Swap("10-08 12:15", "R3", "Siobhán Gallagher", "Wei Jie Tan", "yes", "", "DM sent to Wei Jie"),
)


@dataclass(frozen=True)
class SignOut:
    at: str
    driver: str
    round: int
    reason: str


SIGN_OUTS = (
    SignOut("10-04 20:17", "Noémie Gauthier", 2, "Night shift moved to Thursday, nobody free to swap"),
    SignOut("10-07 22:50", "Aroha Te Whare", 4, "Family trip, back on the 30th"),
)


@dataclass(frozen=True)
class Replacement:
    at: str
    driver: str
    replacement: str
    from_round: str
    reason: str


REPLACEMENTS = (
    Replacement("09-30 10:12", "Hugo Lindström", "Ryo Tachibana", "R2", "withdrawn"),
    Replacement("10-07 09:05", "Ethan Kowalczyk", "", "R3", "withdrawn"),
    Replacement("11-05 10:20", "Bram van der Velde", "", "semi-finals", "withdrawn"),
)

# Ruaridh Campbell has not chosen; BETA is chosen by 15.
_ROUND_3 = {
    "ALPHA": """
        Kenji Sato, Owen Fitzgerald-Hughes, Jean-Baptiste Lefèvre, Kristján Þórsson,
        Zoltán Kertész, D'Angelo Ferreira, Florian Steinlechner, Tāne Rangihuna, Arjun Raghavan,
        Matteo Rossi, İlker Yıldırım, Ryo Tachibana, Gabriel N'Diaye, Jack Thornbury""",
    "BETA": """
        Tomáš Dvořák, Lukas Brandner, Siobhán Gallagher, João Pedro Matos, Grace Hollingworth,
        Thibault Carpentier, Bram van der Velde, Sota Kuribayashi, Søren Kjærgaard,
        Élodie Marchand, Diego Ibáñez, Rafael Echeverría, Nguyễn Minh Khôi, Piotr Wiśniewski,
        Pedro Gonçalves""",
    "GAMMA": """
        Giulia Ferrante, Takumi Aoki, Hinata Morishita, Ioana Bălănescu, Marco De Angelis,
        Sébastien Rault, Mathis Kervella, Chloé Dubois-Martin, Luuk Janssen, Mikko Hämäläinen,
        Riku Ōshima, Ana Lucía Fernández, Noémie Gauthier""",
    "DELTA": """
        Andrei Vulpescu, Daan Hoekstra, Angus Whitlock, Wei Jie Tan, Jürgen Weißmann,
        Callum McAllister, Mei-Ling Chua, Aroha Te Whare, Liam O'Connor, Yuto Hasegawa,
        Haruto Nakagawa, Malik Benhaddou, Ben Ashcroft""",
}
_OPEN = {  # when the form of a round was open
    1: (datetime(2023, 9, 18, 18, 0), datetime(2023, 9, 24, 20, 0)),
    2: (datetime(2023, 9, 30, 12, 0), datetime(2023, 10, 1, 22, 30)),
    3: (datetime(2023, 10, 7, 10, 0), datetime(2023, 10, 8, 16, 0)),
    4: (datetime(2023, 10, 14, 12, 0), datetime(2023, 10, 20, 22, 0)),
}
_OVERFLOW = "João Pedro Matos"  # the last to choose BETA for R3, though not the last row
_BY_HAND = "Thibault Carpentier"  # chose by message; the coordinator added the row at the end
_AT = {(3, _OVERFLOW): "10-08 16:40", (3, _BY_HAND): "'10-07 21:15", (3, "Grace Hollingworth"): "10-08 11:20"}
_TYPED_AS_TEXT = {
    (1, "Siobhán Gallagher"),
    (1, "Wei Jie Tan"),
    (2, "D'Angelo Ferreira"),
    (3, "Søren Kjærgaard"),
}
_TYPED_NAMES = {
    (1, "Bram van der Velde"): "Bram van der Velde ",
    (2, "Élodie Marchand"): unicodedata.normalize("NFD", "Élodie Marchand"),
}
_TYPED_POOLS = {(1, "Lukas Brandner"): "Beta"}


@dataclass(frozen=True)
class Choice:
    at: datetime | str
    driver: str
    round: int
    pool: str


def _chosen(round_number: int) -> dict[str, str]:
    """Driver -> pool as chosen: for a raced round what was raced, with the swaps taken back."""
    if round_number == 3:
        return {" ".join(name.split()): pool for pool in POOLS for name in _ROUND_3[pool].split(",")}
    pools = {name: pool for pool in POOLS for name in field(round_number, pool)}
    pools |= {name: pool for (number, name), pool in MISSED_RACE.items() if number == round_number}
    for swap in SWAPS:
        if swap.round == f"R{round_number}":
            pools[swap.driver], pools[swap.partner] = pools[swap.partner], pools[swap.driver]
    return pools


def _chose_at(round_number: int, name: str, rng: Random) -> datetime:
    opened, closed = _OPEN[round_number]
    if (
        any(swap.round == "R3" and name in (swap.driver, swap.partner) for swap in SWAPS)
        and round_number == 3
    ):
        closed = opened + timedelta(hours=4)  # they had chosen before they asked for a swap
    share = rng.random() ** 2  # most people answer early
    return awake(opened + timedelta(seconds=int((closed - opened).total_seconds() * share)))


def choices(round_number: int) -> list[Choice]:
    """The rows of the form in its order, the one added by hand last."""
    rng = Random(f"choices {round_number}")
    rows: list[tuple[datetime, Choice]] = []
    for name, pool in _chosen(round_number).items():
        key = (round_number, name)
        at = moment(_AT.get(key, "")) or _chose_at(round_number, name, rng)
        order = datetime.max if isinstance(at, str) else at
        if key in _TYPED_AS_TEXT and isinstance(at, datetime):
            at = f"{at:%Y-%m-%d %H:%M}"
        rows.append(
            (order, Choice(at, _TYPED_NAMES.get(key, name), round_number, _TYPED_POOLS.get(key, pool)))
        )
    return [choice for _, choice in sorted(rows, key=lambda row: row[0])]

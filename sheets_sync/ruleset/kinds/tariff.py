"""Section `tariff`: what a code costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import SomeTime
from sheets_sync.ruleset.phrases import OnePhrase, Phrase, Phrases, Sanction
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Names, Number, number, one_or_many


@dataclass(frozen=True, slots=True)
class Cost:
    """What a code costs. ``fixed``: sanctions, a bare number where the unit says what it is; ``between``: the
    mildest and the severest that stewards may choose; ``open``: anything on the ladder; ``game only``."""

    kind: Literal["fixed", "between", "open", "game only"]
    fixed: tuple[Phrase | Number, ...] = ()
    low: Phrase | Number | None = None
    high: Phrase | Number | None = None


def _codes(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong codes in the form 'CODE: 5'")
    return _told_apart(value)


def _told_apart(codes: dict[object, object]) -> object:
    """Capitals don't matter in codes."""
    spelt: dict[str, object] = {}
    for code in codes:
        first = spelt.setdefault(_capitals(code), code)
        if first != code:
            raise ValueError(f"'{first}' and '{code}' are the same code; keep one")
    return codes


def _capitals(value: object) -> str:
    """Codes are compared in capitals."""
    return str(value).upper()


def _cost(value: object) -> Cost:
    """A bare number stays a number until the unit is known."""
    if value in ("open", "game only"):
        return Cost("open" if value == "open" else "game only")
    low, _, high = str(value).partition(" to ") if isinstance(value, str) else ("", "", "")
    if high:
        return Cost("between", (), _amount(low), _amount(high))
    return Cost("fixed", tuple(_amounts(one_or_many(value))))


def _amounts(values: list[object]) -> Iterator[Phrase | Number]:
    """Each of them, or what is wrong with every one that can't be read."""
    wrong = []
    for value in values:
        try:
            yield _amount(value)
        except ValueError as error:
            wrong.append(str(error))
    if wrong:
        raise ValueError(". ".join(wrong))


def _amount(value: object) -> Phrase | Number:
    try:
        return number(value)
    except ValueError:
        return Phrase.parse(value)


Code = Annotated[str, BeforeValidator(_capitals)]
Price = Annotated[Cost, BeforeValidator(_cost)]


def _ladder(value: object) -> object:
    return None if value == "anything" else one_or_many(value)


def _worth(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong sanctions in the form 'drive-through: 45 s'")
    return value


def _seconds(value: object) -> object:
    if str(value).strip().endswith("s"):
        seconds = Phrase.parse(value)
        if seconds.sanction is Sanction.SECONDS:
            return seconds.amount
    raise ValueError(f"'{value}' is no number of seconds; write it like 45 s")


def _unserved(value: object) -> Sanction:
    return Phrase.parse(value).sanction


Unserved = Annotated[Sanction, BeforeValidator(_unserved)]
Seconds = Annotated[Number, BeforeValidator(_seconds)]


class Instead(Settings):
    """What comes in place of what a code costs."""

    no_advantage: Phrases | None = Field(
        None, alias="no advantage", description="where the case says that no advantage was gained"
    )
    unreported: Phrases | None = Field(None, description="where nobody reported it")
    not_finished: Phrases | None = Field(
        None, alias="not finished", description="proposed in place of seconds for who didn't finish"
    )
    no_code: Phrases | None = Field(
        None, alias="no code", description="the only thing possible without a code"
    )


class Suspended(Settings):
    """How long a suspended sanction hangs over a driver."""

    for_: SomeTime | None = Field(None, alias="for", description="how long; else to the end of the season")
    revived_by: Names = Field([], description="the codes that revive it; else any decided case")


def _columns(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong codes in the form 'CODE: column'")
    return _told_apart(value)


class Tariff(Item):
    """Code -> sanctions."""

    unit: str = Field("s", description="of bare numbers: points lost, s, places, kg, or the name of a tally")
    codes: Annotated[dict[Code, Price], BeforeValidator(_codes)] = Field(
        default_factory=dict,
        description="code -> number, sanctions, a range (5 to 30), open, or game only",
    )
    ladder: Annotated[list[OnePhrase] | None, BeforeValidator(_ladder)] = Field(
        None, description="what stewards may choose, mild to severe; anything without it"
    )
    worth: Annotated[dict[Unserved, Seconds], BeforeValidator(_worth)] = Field(
        default_factory=dict, description="a sanction that wasn't served in the game -> its seconds"
    )
    needs: Annotated[dict[Code, Names], BeforeValidator(_columns)] = Field(
        default_factory=dict,
        description="code -> the column, the other code of the same case, or the code of a period of "
        "that race, that it can't do without; of several one is enough",
    )
    row_figure: Literal["must match", "wins"] = Field(
        "must match", description="a penalty that the row writes beside a code: must match, or wins"
    )
    instead: Instead = Field(
        default_factory=lambda: Instead.model_validate({}),
        description="what comes in place of what a code costs",
    )
    suspended: Suspended | None = Field(None, description="how long a suspended sanction hangs over a driver")

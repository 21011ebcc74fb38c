"""Sanctions as documents print them: ``5 s``, ``-10 points``, ``qualifying ban``, ``{decide: exclusion}``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator

from sheets_sync.ruleset.sanctions import (
    BELONGING,
    GONE,
    IN_PARTS,
    LATER,
    OF_SESSION,
    OUT,
    PLAIN,
    SEVERAL,
    UNIT_WORDS,
    UNITS,
    WORDS,
    Sanction,
)
from sheets_sync.ruleset.values import Number, number, one_or_many, simplest

__all__ = ["BELONGING", "GONE", "LATER", "OUT", "UNIT_WORDS", "OnePhrase", "Phrase", "Phrases", "Sanction"]

_AMOUNT = re.compile(r"([+-]?\d+(?:/\d+|\.\d+)?)\s+(.+)")
_ARTICLE = re.compile(r"^(?:an?|the) ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``amount`` is in the sanction's unit, with the sign that is written; ``name`` says what to decide,
    which tally, or which session. A ``suspended`` one does nothing until it is revived."""

    sanction: Sanction
    amount: Number = 1
    name: str = ""
    suspended: bool = False

    @classmethod
    def parse(cls, value: object) -> Phrase:
        if isinstance(value, dict):
            return cls._decision(value)
        text = " ".join(str(value or "").split())
        if not text:
            raise ValueError("nothing is written here; write a sanction, or take the line out")
        if text.casefold().startswith("suspended "):
            inner = cls.parse(text[len("suspended ") :])
            return cls(inner.sanction, inner.amount, inner.name, suspended=True)
        plain = cls._without_amount(text.casefold())
        if plain is not None:
            return plain
        match = _AMOUNT.fullmatch(text)
        if not match:
            raise ValueError(
                f"'{value}' is no sanction; write '5 s', '-10 points', '2 places', 'disqualification', "
                "'qualifying ban' or '1 warning'"
            )
        return cls._with_amount(match[1], match[2], text)

    @classmethod
    def _without_amount(cls, text: str) -> Phrase | None:
        if text in WORDS:
            return cls(WORDS[text])
        session, _, kind = text.rpartition(" ")
        if session and kind in OF_SESSION and not session[0].isdigit():
            return cls(OF_SESSION[kind], 1, session)
        return None

    @classmethod
    def _with_amount(cls, amount: str, unit: str, text: str) -> Phrase:
        known = UNITS.get(unit.casefold())
        if known is Sanction.POINTS and amount[0] not in "+-":
            raise ValueError(f"'{text}' has no sign; write '-{text}' or '+{text}'")
        if known is not None:
            return cls(known, _possible(known, amount, text))
        one = unit.casefold()
        plain = cls._without_amount(one) or cls._without_amount(one.removesuffix("s"))
        if plain is not None and plain.sanction in LATER | {Sanction.DRIVE_THROUGH, Sanction.REPRIMAND}:
            return cls(plain.sanction, _possible(plain.sanction, amount, text), plain.name)
        return cls(Sanction.TALLY, number(amount), unit)

    @classmethod
    def _decision(cls, value: dict[object, object]) -> Phrase:
        if list(value) != ["decide"] or not isinstance(value["decide"], str):
            raise ValueError("a sanction in braces is written {decide: what}")
        return cls(Sanction.DECIDE, 1, value["decide"])

    @property
    def carried_out(self) -> Phrase | None:
        """What an answered ``{decide: what}`` carries out, where ``what`` is a sanction itself."""
        try:
            return Phrase.parse(_ARTICLE.sub("", self.name))
        except ValueError:
            return None

    def __str__(self) -> str:
        words = self._words()
        return f"suspended {words}" if self.suspended else words

    def _words(self) -> str:
        amount = simplest(Fraction(self.amount))
        if self.sanction is Sanction.DECIDE:
            return f"decide: {self.name}"
        if self.sanction in (Sanction.SESSION_BAN, Sanction.SESSION_DISQUALIFICATION):
            kind = "ban" if self.sanction is Sanction.SESSION_BAN else "disqualification"
            words = f"{self.name} {kind}"
        elif self.sanction in PLAIN:
            words = str(self.sanction.value)
        else:
            unit = self.name or str(self.sanction.value)
            return f"{amount} {unit.removesuffix('s') if abs(amount) == 1 and unit in SEVERAL else unit}"
        return words if amount == 1 else f"{amount} {words}s"


def _possible(sanction: Sanction, written: str, text: str) -> Number:
    """The amount; nobody loses half a place, or less than nothing."""
    amount = number(written)
    if sanction not in IN_PARTS and Fraction(amount).denominator != 1:
        raise ValueError(f"'{text}' can't be carried out; write a whole number")
    if sanction is not Sanction.POINTS and amount < 0:
        raise ValueError(f"'{text}' can't be carried out; write it without the minus")
    return amount


OnePhrase = Annotated[Phrase, BeforeValidator(Phrase.parse)]
Phrases = Annotated[list[OnePhrase], BeforeValidator(one_or_many)]

"""Measures: what rankings, tie-breaks and orders compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from sheets_sync.ruleset.values import one_or_many

PLAIN = frozenset(
    {
        "place",
        "best lap",
        "time",
        "laps",
        "laps led",
        "led a lap",
        "places gained",
        "clean",
        "start",
        "incidents",
        "countback",
        "countback of points places",
        "latest result",
        "earliest best result",
        "points",
        "stage",
        "entered at",
    }
)


@dataclass(frozen=True, slots=True)
class Measure:
    """``kind`` is one of `PLAIN`, ``code``, ``column``, or ``named``: a session (the place in it), a standing
    (the place in it so far) or a tally (less is ahead), whose ``name`` says which. ``reverse``: turned."""

    kind: str
    name: str = ""
    reverse: bool = False

    @classmethod
    def parse(cls, value: object) -> Measure:
        text = " ".join(str(value).split())
        if not text:
            raise ValueError("an empty text is no measure")
        if text.startswith("reverse "):
            inner = cls.parse(text.removeprefix("reverse "))
            return cls(inner.kind, inner.name, not inner.reverse)
        head, _, rest = text.partition(" ")
        if head in ("code", "column") and rest:
            return cls(head, rest)
        return cls(text) if text in PLAIN else cls("named", text)

    def __str__(self) -> str:
        words = self.kind if self.kind in PLAIN else f"{self.kind} {self.name}"
        words = self.name if self.kind == "named" else words
        return f"reverse {words}" if self.reverse else words


OneMeasure = Annotated[Measure, BeforeValidator(Measure.parse)]
Measures = Annotated[list[OneMeasure], BeforeValidator(one_or_many)]

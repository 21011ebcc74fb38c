"""What every rule shares: where it holds, which article says so, and what is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sheets_sync.ruleset.values import Range, listed


@dataclass(frozen=True, slots=True)
class Where:
    """The place in a season that a rule is asked about."""

    round: int
    phases: frozenset[str] = frozenset()
    session: str = ""
    pool: str = ""


@dataclass(frozen=True, slots=True)
class RoundSet:
    """Rounds by number or by name."""

    numbers: tuple[Range, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, value: object) -> RoundSet:
        numbers, names = [], []
        for item in listed(value):
            try:
                numbers.append(Range.parse(item))
            except ValueError:
                names.append(str(item))
        return cls(tuple(numbers), tuple(names))


Rounds = Annotated[RoundSet, BeforeValidator(RoundSet.parse)]
Words = Annotated[tuple[str, ...], BeforeValidator(listed)]


class Item(BaseModel):
    """The settings that any rule takes. ``article`` and ``assumption`` hold for all of it, or by setting."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
        coerce_numbers_to_str=True,
    )

    rounds: Rounds | None = Field(None, description="only in these rounds: numbers, ranges or names")
    phases: Words | None = Field(None, description="only in these phases")
    sessions: Words | None = Field(None, description="only in these sessions of the programme")
    pools: Words | None = Field(None, description="only in these pools")
    article: str | dict[str, str | list[str]] | list[str] = Field(
        "", description="the article, from articles.yaml"
    )
    assumption: str | dict[str, str] = Field("", description="what is assumed where the document is silent")

    def holds(self, where: Where, rounds: dict[str, int], strictly: bool = False) -> bool:
        """Whether the rule speaks about that place. ``rounds``: name -> number; ``strictly``: a session or
        pool that isn't asked about doesn't fit, as for exceptions."""
        return (
            _round_in(self.rounds, where.round, rounds)
            and (self.phases is None or bool(where.phases.intersection(self.phases)))
            and _word_in(self.sessions, where.session, strictly)
            and _word_in(self.pools, where.pool, strictly)
        )

    def cite(self, setting: str = "") -> str:
        """The article of a setting, or of the whole rule."""
        article = self.article
        if isinstance(article, dict):
            article = article.get(setting, next(iter(article.values()), ""))
        return ", ".join(article) if isinstance(article, list) else article

    def cited(self) -> list[str]:
        """Every article this rule names."""
        parts = list(self.article.values()) if isinstance(self.article, dict) else [self.article]
        return [name for part in parts for name in listed(part) if name]


def _round_in(rounds: RoundSet | None, number: int, names: dict[str, int]) -> bool:
    if rounds is None:
        return True
    return any(number in each for each in rounds.numbers) or number in {
        names.get(name) for name in rounds.names
    }


def _word_in(words: tuple[str, ...] | None, word: str, strictly: bool) -> bool:
    return words is None or word in words or (not word and not strictly)

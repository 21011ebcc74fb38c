"""Section `notices`: what falls due or is announced."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import When
from sheets_sync.ruleset.values import Names

Happening = Literal[
    "case opened",
    "case decided",
    "round moved",
    "round final",
    "safety car",
    "results signed",
]


class Notice(Item):
    """One thing to tell or to do, at a moment or when something happens."""

    due: When | None = Field(None, description="when it falls due")
    when: Happening | None = Field(None, description="what happens before it is told")
    says: str = Field("", description="what to say")
    fields: Names = Field([], description="what it must contain; what is missing is named, not left blank")
    needs: str | None = Field(None, description="the approval it waits for, such as entry list approved")
    to: str = Field("", description="a channel, or the driver")

    @model_validator(mode="after")
    def _is_told_once(self) -> Notice:
        if self.due is None and self.when is None:
            raise ValueError(
                "nobody would ever be told: write 'due' with a moment, or 'when' with what happens"
            )
        return self

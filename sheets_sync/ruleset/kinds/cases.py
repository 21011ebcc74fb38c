"""Section `cases`: from the report to the final result."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import When


class Step(BaseModel):
    """A window."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    within: When = Field(description="until when, such as 24 h after own race end")
    late: Literal["refuse", "report"] = Field(
        "refuse",
        description="what comes later is refused, or only reported; a late decision is never refused",
    )


class Final(BaseModel):
    """When a round's results are final."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    when: Literal["decided", "contest closed"] = Field(
        "decided", description="once everything is decided, or once nothing can be contested any more"
    )
    contested: When | None = Field(None, description="until when a contested case is ruled on")


class Cases(Item):
    """The windows of reports, decisions and contestations."""

    report: Step | None = Field(None, description="until when a claim is admitted")
    decide: Step | None = Field(None, description="until when the stewards decide")
    contest: Step | None = Field(None, description="until when a decision can be contested")
    final: Final | None = Field(None, description="when results are final")

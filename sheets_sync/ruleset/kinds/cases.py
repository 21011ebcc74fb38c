"""Section `cases`: from the report to the final result."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import When


class Step(BaseModel):
    """A window. ``late``: refuse what comes after it, or only report it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    within: When
    late: Literal["refuse", "report"] = "refuse"


class Final(BaseModel):
    """When a round's results are final."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    when: Literal["decided", "contest closed"] = "decided"
    contested: When | None = None


class Cases(Item):
    """The windows of reports, decisions and contestations."""

    report: Step | None = Field(None, description="until when a claim is admitted")
    decide: Step | None = Field(None, description="until when the stewards decide")
    contest: Step | None = Field(None, description="until when a decision can be contested")
    final: Final | None = Field(None, description="when results are final")

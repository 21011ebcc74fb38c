"""Section `cases`: from the report to the final result."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import When
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Names, YesNo, one_or_many


def _either(value: object) -> object:
    """``explanation or evidence`` needs one of the two."""
    return tuple(part.strip() for part in value.split(" or ")) if isinstance(value, str) else value


Needs = Annotated[list[Annotated[tuple[str, ...], BeforeValidator(_either)]], BeforeValidator(one_or_many)]


class Step(Settings):
    """A window."""

    within: When | None = Field(None, description="until when, such as 24 h after own race end")
    late: Literal["refuse", "report"] = Field(
        "refuse",
        description="what comes later is refused, or only reported; a late decision is never refused",
    )


class Report(Step):
    """How an incident is reported."""

    sources: Names = Field([], description="where an incident may come from")
    binds: Names = Field([], description="the sources that the window and the columns bind; else all")
    needs: Needs = Field([], description="columns that must be filled; 'a or b' for one of the two")
    incomplete: Literal["refuse", "report"] = Field(
        "refuse", description="what lacks one of them is refused, or only reported"
    )
    sessions: Names = Field([], description="only incidents of these sessions can be reported; else of all")
    unless: str | None = Field(None, description="a column that lifts the window where it says yes")
    only_affected: YesNo = Field(
        False, description="only whom the incident affected may report it: the affected and the reporter"
    )


class Votes(Settings):
    """How the stewards vote."""

    by: Literal["majority", "all", "one"] = Field(
        "one", description="what decides: a majority, all, or one steward"
    )
    tie: Literal["open", "senior"] = Field(
        "open", description="a tie stays open, or the senior steward's vote decides"
    )
    barred: Annotated[list[Literal["involved", "team mates"]], BeforeValidator(one_or_many)] = Field(
        [], description="who may not vote: who is involved, their team mates"
    )


class Contest(Step):
    """How a decision is contested."""

    to: Names = Field([], description="the panels it goes to, each higher than the one before")
    needs: Needs = Field([], description="columns that must be filled, such as fee paid")
    fee: str = Field("", description="what it costs")
    refund: Literal["if won", "never"] = Field("never", description="whether the fee comes back")


class Final(Settings):
    """When a round's results are final."""

    when: Literal["decided", "contest closed", "signed"] = Field(
        "decided",
        description="once everything is decided, once nothing can be contested any more, or once they "
        "are signed",
    )
    contested: When | None = Field(None, description="until when a contested case is ruled on")
    needs: Annotated[list[Literal["penalties announced"]], BeforeValidator(one_or_many)] = Field(
        [], description="what must have happened before"
    )
    next_round: Literal["on provisional standings", "waits"] = Field(
        "on provisional standings",
        description="the next round starts on provisional standings, or should wait",
    )


class Cases(Item):
    """The windows of reports, decisions and contestations, the votes and the sign-off."""

    report: Report | None = Field(None, description="until when and how a claim is admitted")
    decide: Step | None = Field(None, description="until when the stewards decide")
    votes: Votes | None = Field(None, description="how they vote; without it the verdict column decides")
    contest: Contest | Literal["no"] | None = Field(
        None, description="until when and how a decision can be contested; no: judgments are final"
    )
    final: Final | None = Field(None, description="when results are final")

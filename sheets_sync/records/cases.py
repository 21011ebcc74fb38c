"""Record kind `cases`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sheets_sync.records import numbers, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of the penalty tab. A later row with the same ``case`` decides it anew. ``raised_by``: the
    check that raised the case by itself; ``unpublished``: its decision is published only later;
    ``any_session``: the row names none, so that its round's only race was filled in."""

    row: RowRef
    case: str
    round: int
    driver: str
    code: str | None = None
    pool: str | None = None
    session: str | None = None
    reported_at: datetime | None = None
    reported_by: str | None = None
    lap: str | None = None
    turn: str | None = None
    verdict: str | None = None
    penalty: str | None = None
    decided_at: datetime | None = None
    published_at: datetime | None = None
    contested_at: datetime | None = None
    ruling: str | None = None
    article: str | None = None
    note: str | None = None
    source: str | None = None
    affected: str | None = None
    description: str | None = None
    evidence: str | None = None
    new_evidence: bool = False
    unreported: bool = False
    no_advantage: bool = False
    served: bool = False
    points: Fraction | None = None
    panel: str | None = None
    fee_paid: bool = False
    raised_by: str = ""
    unpublished: bool = False
    any_session: bool = False


FIELDS = (
    Field(
        "case",
        words.text,
        ("case", "case no.", "id"),
        required=True,
        says="The case; a later row with the same one decides it anew.",
    ),
    Field("round", words.round_number, ("round",), required=True, says="The round of the incident."),
    Field(
        "driver",
        words.driver,
        ("driver", "offending driver"),
        required=True,
        says="The driver the case is against.",
    ),
    Field("code", words.code, ("code",), says="The code of the tariff."),
    Field("pool", words.pool, ("pool", "group", "division"), says="The pool of the incident."),
    Field(
        "session",
        words.session,
        ("session",),
        says="The session of the incident; the round's only race where it isn't given.",
    ),
    Field("reported_at", times.moment, ("reported at", "reported"), says="When the claim came in."),
    Field("reported_by", words.text, ("reported by",), spare=True, says="Who claimed."),
    Field("lap", words.text, ("lap",), spare=True, says="The lap."),
    Field("turn", words.text, ("turn",), spare=True, says="The turn."),
    Field(
        "verdict",
        words.verdict,
        ("verdict", "decision"),
        says="penalty or no action; empty while the case is open.",
    ),
    Field(
        "penalty",
        words.text,
        ("penalty",),
        says="A penalty written out, such as 2 places, where no code says it.",
    ),
    Field("decided_at", times.moment, ("decided at", "decided"), says="When the stewards decided."),
    Field(
        "published_at",
        times.moment,
        ("published at", "published"),
        says="When the decision was published.",
    ),
    Field("contested_at", times.moment, ("contested at", "contested"), says="When it was contested."),
    Field("ruling", words.ruling, ("ruling",), says="What became of the contestation: upheld or overturned."),
    Field("article", words.text, ("article",), spare=True, says="The article that was broken."),
    Field("note", words.text, ("note", "remark"), spare=True, says="Anything else."),
    Field("source", words.text, ("source",), spare=True, says="Where it comes from: complaint, stewards."),
    Field("affected", words.text, ("affected", "affected driver"), spare=True, says="Whom it hit."),
    Field("description", words.text, ("description", "explanation"), spare=True, says="What happened."),
    Field("evidence", words.text, ("evidence", "video"), spare=True, says="A link to the replay or video."),
    Field(
        "new_evidence",
        words.yes,
        ("new evidence",),
        says="yes where it rests on something that nobody could see before.",
    ),
    Field("unreported", words.yes, ("unreported",), says="yes where nobody reported it."),
    Field("no_advantage", words.yes, ("no advantage",), says="yes where no advantage was gained."),
    Field("served", words.yes, ("served", "served in game"), says="yes where it was served in the game."),
    Field("points", numbers.number, ("points", "penalty points"), says="What it adds to a tally."),
    Field("panel", words.text, ("panel",), spare=True, says="Who decided: the stewards, or a higher panel."),
    Field("fee_paid", words.yes, ("fee paid",), says="yes once the fee of the protest is paid."),
)
KIND = RecordKind("cases", FIELDS, CaseRow)

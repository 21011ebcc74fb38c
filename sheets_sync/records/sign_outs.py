"""Record kind `sign_outs`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sheets_sync.records import sign_out_lines, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.records.sign_out_lines import LOAD_SHEDDING, SERIES, SIGN_OUT, Line
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class SignOut:
    """``round`` is None where ``kind`` is ``series``. ``by_number``: the line's name is nobody's, and the
    driver was told by the car number."""

    row: RowRef
    driver: str
    round: int | None
    at: datetime | None = None
    reason: str | None = None
    sent_by: str | None = None
    proper: bool = True
    kind: str = SIGN_OUT
    by_number: bool = False

    def is_for(self, number: int) -> bool:
        """Whether the driver signs out of that round; to report load shedding is no sign-out."""
        return self.kind == SIGN_OUT and self.round == number

    @property
    def is_series(self) -> bool:
        return self.kind == SERIES

    @property
    def is_load_shedding(self) -> bool:
        return self.kind == LOAD_SHEDDING


FIELDS = (
    Field(
        "driver",
        words.driver,
        ("driver", "name"),
        required=True,
        says="The driver. Not needed beside a line.",
    ),
    Field(
        "round",
        sign_out_lines.round_or_series,
        ("round",),
        required=True,
        says="The round the driver misses; `series` for all that are left. Not needed beside a line.",
    ),
    Field("at", times.moment, ("at", "timestamp"), says="When the sign-out was sent."),
    Field("reason", words.text, ("reason",), spare=True, says="The reason."),
    Field("sent_by", words.text, ("sent by",), spare=True, says="Who sent it, where it wasn't the driver."),
    Field("proper", words.yes, ("proper reason",), says="no where the reason is judged to be improper."),
    Field(
        "kind",
        sign_out_lines.kind,
        ("kind", "type"),
        says="sign-out (the default), series, or load shedding, which is a report and no sign-out.",
    ),
    Field(
        "line",
        sign_out_lines.line,
        ("sign-out", "line", "message", "sign-out line"),
        says="All of it in one line, as it was posted: `John Smith #555 Sign-out Round 5 Monza`, "
        "`John Smith #555 Sign-out Series`, `John Smith #555 Load shedding Round 5`. The number is checked; "
        "a line that isn't understood is reported.",
    ),
)


def _sign_out(row: RowRef, line: Line | None = None, **fields: Any) -> SignOut:
    if line is not None:
        said = {"driver": line.driver, "round": line.round, "kind": line.kind, "by_number": line.by_number}
        return SignOut(row, **{**fields, **said})
    if SERIES in (fields["round"], fields.get("kind")):
        fields |= {"round": None, "kind": SERIES}
    return SignOut(row, **fields)


KIND = RecordKind("sign_outs", FIELDS, _sign_out, whole="line")

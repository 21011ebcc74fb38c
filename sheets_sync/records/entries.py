"""Record kind `entries`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sheets_sync.records import numbers, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.records.names import slug
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Entrant:
    """A person of the entry list. ``key`` is what every other fact calls them; ``role_given``: whether the
    role stands in the list, or is only the usual one."""

    row: RowRef
    key: str
    driver: str
    number: str | None = None
    platform_id: str | None = None
    team: str | None = None
    role: str = "driver"
    role_given: bool = False
    reserve_order: int | None = None
    car_class: str | None = None
    pool: str | None = None
    car: str | None = None
    licence_number: str | None = None
    entered_at: datetime | None = None
    aliases: tuple[str, ...] = ()


FIELDS = (
    Field(
        "driver",
        words.new_driver,
        ("driver", "name", "driver name"),
        required=True,
        says="The driver's name, as every other tab writes it.",
    ),
    Field(
        "number",
        words.text,
        ("no.", "number", "#", "car number"),
        spare=True,
        says="The car number, with its leading zeros.",
    ),
    Field(
        "platform_id",
        words.text,
        ("psn id", "platform id", "gamertag", "iracing id"),
        spare=True,
        says="The driver's id on the platform.",
    ),
    Field("team", words.text, ("team",), spare=True, says="The team; empty for an independent driver."),
    Field("role", words.role, ("status", "role"), says="driver (the default), reserve, guest or candidate."),
    Field(
        "reserve_order",
        numbers.whole,
        ("reserve no.", "reserve order"),
        says="The place in the order of reserves, from 1.",
    ),
    Field("car_class", words.text, ("class",), says="The class the driver is scored in."),
    Field(
        "pool",
        words.text,
        ("pool", "division", "group"),
        says="The pool the driver starts the season in.",
    ),
    Field("car", words.text, ("car",), spare=True, says="The car."),
    Field(
        "licence_number",
        words.text,
        ("licence", "licence no.", "license", "msl licence"),
        spare=True,
        says="The licence number.",
    ),
    Field(
        "entered_at",
        times.moment,
        ("entered at", "registered", "timestamp"),
        spare=True,
        says="When the entry was sent.",
    ),
    Field(
        "aliases",
        words.several,
        ("aliases", "also known as", "aka"),
        spare=True,
        says="Other names that the driver is written by, divided by semicolons or line breaks.",
    ),
)


def _entrant(row: RowRef, driver: str, **fields: Any) -> Entrant:
    return Entrant(row, slug(driver), driver, role_given="role" in fields, **fields)


KIND = RecordKind("entries", FIELDS, _entrant)

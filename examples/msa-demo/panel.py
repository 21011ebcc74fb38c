"""stewards.xlsx: the panel's tracker, and the conduct tables that the software fills."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import season
import tabs
from affairs import Case
from looks import BLUE, GOLD, GREEN, SILVER, Book
from stewarding import ANSWERS, CASES, VOTES


def build(path: Path) -> None:
    book = Book(
        path, "Jacaranda GT Cup 2021 - steward panel", "Jacaranda steward panel", datetime(2021, 2, 15, 9, 0)
    )
    tabs.cases(
        book, "Warnings and penalties tracker – Jacaranda GT Cup 2021", CASES, 2021, pool_of, "Division"
    )
    tabs.votes(book, VOTES, 2021)
    tabs.answers(book, ANSWERS, 2021)
    widths = (30, 26, 10, 24)
    tabs.software_tab(
        book, "Warnings", "Warnings on the eLicense 2021", "every third: qualifying ban", widths, 69, GOLD
    )
    tabs.software_tab(book, "Penalties", "Penalties on the eLicense 2021",
                      "every fifth: race ban and -10 championship points", widths, 69, GREEN)  # fmt: skip
    tabs.software_tab(book, "Sign-out count", "Sign-outs in this block of six", "the first is forgiven, the second demotes",
                      widths, 69, SILVER)  # fmt: skip
    tabs.software_tab(book, "Who is out", "Out of the next round", "bans, sign-outs, departures",
                      (10, 30, 26, 44, 30, 26), 29, BLUE)  # fmt: skip
    tabs.desk(book)
    tabs.tariff(book)
    book.workbook.close()


def pool_of(case: Case) -> str:
    """The division that the driver raced in, as the stewards note it."""
    return next(
        (pool for pool, people in season.raced_pools(case.round).items() if case.driver in people), ""
    )

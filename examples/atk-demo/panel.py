"""stewards.xlsx: the panel's tracker, and the conduct tables that the software fills."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import season
import tabs
from affairs import Case
from looks import GOLD, GREEN, RED, SILVER, Book
from stewarding import ANSWERS, CASES, VOTES


def build(path: Path) -> None:
    book = Book(
        path, "ATK ProSeries 2022 - steward panel", "ProSeries steward panel", datetime(2022, 4, 11, 9, 0)
    )
    tabs.cases(book, "Warnings and penalties tracker – ProSeries 2022", CASES, 2022, pool_of, "Pool")
    tabs.votes(book, VOTES, 2022)
    tabs.answers(book, ANSWERS, 2022)
    widths = (27, 25, 10, 24)
    tabs.software_tab(book, "Penalty points", "Penalty points 2022", "10 are allowed, the 11th removes from the series",
                      widths, 69, RED)  # fmt: skip
    tabs.software_tab(
        book, "Warnings", "Warnings on the eLicence 2022", "every third: qualifying ban", widths, 69, GOLD
    )
    tabs.software_tab(book, "Penalties", "Penalties on the eLicence 2022",
                      "every fifth: race ban and -10 championship points", widths, 69, GREEN)  # fmt: skip
    tabs.software_tab(book, "Sign-out count", "Sign-outs", "rounds 1 to 6 and 7 to 12: the first is forgiven", widths, 69,
                      SILVER)  # fmt: skip
    tabs.desk(book)
    tabs.tariff(book)
    book.workbook.close()


def pool_of(case: Case) -> str:
    """The pool that the driver raced in, as the stewards note it."""
    return next(
        (pool for pool, people in season.raced_pools(case.round).items() if case.driver in people), ""
    )

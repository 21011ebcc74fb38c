"""Penalties as stewards write them: what can't be read isn't applied, and the right writing is said."""

from __future__ import annotations

import pytest

from sheets_sync.rules.sanctions.near import near_sanction

LEAGUE = ["qualifying ban", "race ban", "1 warning"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("5 sec", "5 s"),
        ("5s", "5 s"),
        ("+5s", "5 s"),
        ("2,5 seconds", "2.5 s"),
        ("10 second time penalty", "10 s"),
        ("round bann", "round ban"),
        ("qualifing ban", "qualifying ban"),
        ("2 place grid penalty", "2 grid places"),
        ("1 grid spot", "1 grid place"),
        ("5-place grid drop", "5 grid places"),
        ("2 palces", "2 places"),
        ("3pts", "-3 points or +3 points"),
        ("-3pts", "-3 points"),
        ("10 kilos", "10 kg"),
        ("drive thru", "drive-through"),
        ("dissqualification", "disqualification"),
        ("warning", "1 warning"),
        ("harsh words", None),
        ("see the video", None),
        ("", None),
    ],
)
def test_what_was_meant(written: str, right: str | None) -> None:
    assert near_sanction(written, LEAGUE) == right

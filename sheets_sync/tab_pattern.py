"""Names of tabs with placeholders: `R{round} {pool}` stands for R1 Gold, R1 Silver, R2 Gold ..."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_PLACE = re.compile(r"\{([a-z_]+)\}")


def fields_in(tab: str) -> tuple[str, ...]:
    """The fields that a name has placeholders for; none for the name of one tab."""
    return tuple(_PLACE.findall(tab))


def is_like(pattern: str, tab: str) -> bool:
    """Whether a tab's name has the form, whatever stands for the placeholders."""
    return bool(fields_in(pattern)) and next(splits(pattern, tab), None) is not None


def splits(pattern: str, tab: str) -> Iterator[dict[str, str]]:
    """Every way to read a tab's name as that form: field -> what stands for it. Case, width and spaces don't
    matter between the placeholders; `R12 Gold` gives round 1 and pool `2 Gold`, too."""
    parts = _PLACE.split(unicodedata.normalize("NFKC", pattern))
    yield from _splits(parts, " ".join(unicodedata.normalize("NFKC", tab).split()))


def _splits(parts: Sequence[str], rest: str) -> Iterator[dict[str, str]]:
    """``parts``: texts and fields in turn, a text first."""
    literal, *further = parts
    words = r"\s*".join(map(re.escape, literal.split()))
    match = re.match(rf"\s*{words}\s*", rest, re.IGNORECASE)
    if match is None:
        return
    left = rest[match.end() :]
    if not further:
        yield from [{}] if not left else []
        return
    name, *more = further
    for end in range(1, len(left) + 1):
        if not left[end - 1].isspace():
            for found in _splits(more, left[end:]):
                yield {name: left[:end]} | found

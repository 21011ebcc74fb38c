"""Named ranges."""

from __future__ import annotations

import re

from .. import areas, field_masks
from ..book import Book, new_id
from ..errors import Refusal
from ..tidy import tidy
from .registry import Edit, Given, change, fields_of, find

NAME = re.compile(r"[^\W\d]\w{0,249}")
NO_NAMED = "Cannot find a named range with id: {}"


def _refuse_name(book: Book, name: str, own: Given | None = None) -> None:
    like_cells = re.fullmatch(r"[A-Za-z]{1,3}[0-9]+|R\d+C\d+|true|false", name, re.IGNORECASE)
    if not NAME.fullmatch(name) or like_cells:
        raise Refusal(
            "The name of the named range is invalid: it can contain only letters, numbers and underscores, "
            "can't start with a number or the words 'true' or 'false', and can't look like a range."
        )
    other = book.named(name)
    if other is not None and other is not own:
        raise Refusal(
            f"Cannot add named range with name {name}, a named range with that name already exists."
        )


@change("addNamedRange")
def add_named_range(edit: Edit, given: Given) -> Given:
    named = dict(given.get("namedRange", {}))
    _refuse_name(edit.book, named.get("name", ""))
    areas.inside(edit.book, named.get("range", {}))
    named["range"] = {"sheetId": 0, **named.get("range", {})}
    taken = {one["namedRangeId"] for one in edit.book.named_ranges}
    if named.get("namedRangeId") in taken:
        raise Refusal(f"A named range with id: {named['namedRangeId']} already exists.")
    if not named.get("namedRangeId"):
        named["namedRangeId"] = str(new_id({int(one) for one in taken if one.isdigit()}))
    edit.book.named_ranges.append(named)
    return {"namedRange": tidy("NamedRange", named)}


@change("updateNamedRange")
def update_named_range(edit: Edit, given: Given) -> None:
    fields = [path for path in fields_of(given, "NamedRange") if path != ("namedRangeId",)]
    wanted = given.get("namedRange", {})
    named = find(edit.book.named_ranges, "namedRangeId", wanted.get("namedRangeId"), NO_NAMED)
    new = field_masks.write(named, wanted, fields)
    _refuse_name(edit.book, new.get("name", ""), named)
    areas.inside(edit.book, new.get("range", {}))
    named.clear()
    named.update(new)


@change("deleteNamedRange")
def delete_named_range(edit: Edit, given: Given) -> None:
    named = find(edit.book.named_ranges, "namedRangeId", given.get("namedRangeId"), NO_NAMED)
    edit.book.named_ranges.remove(named)

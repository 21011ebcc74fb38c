"""A record kind: its fields, their types and how a row becomes one typed fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext


class Unreadable(ValueError):
    """A cell that can't be what its column says; the text says why, ``proposal`` what would be right.

    An empty text: the reason was already said elsewhere. ``refusal``: why a row falls by it, in one word.
    ``among``: the drivers who can be meant, where the rest of the row may tell which."""

    def __init__(
        self,
        message: str,
        proposal: str = "",
        refusal: str = "unreadable",
        among: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(message)
        self.proposal = proposal
        self.refusal = refusal
        self.among = among


Scalar = Callable[[Cell, ReadingContext], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One column. ``headers`` are the texts it is found under where league.yaml names none. ``own`` ones, the
    league's, come before them, ``synonyms``, of other languages, after them; ``maybe``, which may mean
    something else in other tabs, only where a required field isn't found; ``instead``, of other fields that
    say the same, where there is none of all these.

    A row without a ``required`` field is left out, and so is one with a cell that can't be read,
    unless the field is ``spare``: then only that field stays empty. What another field can read goes there
    where it is one of ``spills``. ``tells``: the field that this one is worked out to, with other rows.
    """

    name: str
    scalar: Scalar
    headers: tuple[str, ...]
    required: bool = False
    spare: bool = False
    says: str = ""
    spills: tuple[str, ...] = ()
    tells: str = ""
    own: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    instead: tuple[tuple[str, ...], ...] = ()

    @property
    def ranks(self) -> tuple[tuple[str, ...], ...]:
        """The headers to look for: where one of the first stands, the others are asked no more."""
        return self.own, self.headers, self.synonyms


@dataclass(frozen=True, slots=True)
class RecordKind:
    """``make(at, **fields)`` builds the fact from its row and the values of its fields. ``whole``: the field
    that says everything by itself; where it is filled nothing else is required. ``tells``: in blocks that
    are laid out before there are records, those that a record has at least one of. ``in_cells``: what the
    cells of a matrix hold; empty where a mark says that the record is there."""

    name: str
    fields: tuple[Field, ...]
    make: Callable[..., Any]
    whole: str = ""
    tells: tuple[str, ...] = ()
    in_cells: str = ""

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

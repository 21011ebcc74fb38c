"""What a write may have changed: our cells, and what has to be said of them elsewhere; nothing else."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection
from pathlib import Path
from xml.parsers import expat

from sheets_sync.cells import CellRange, parse_a1

Token = tuple[object, ...]
TYPES = "[Content_Types].xml"
_MEMORY = re.compile(r"customXml/(_rels/)?item(Props)?\d+\.xml(\.rels)?")
# Attributes of a row and of the sheet that tell how far the cells reach.
_REACH = {"row": ("spans",), "dimension": ("ref",)}


def entries(path: Path) -> dict[str, tuple[bytes, bytes]]:
    """Name as it stands in the file -> its bytes, and as they are packed; directories, too."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        return {info.orig_filename: (file.read(info), _packed(data, info)) for info in file.infolist()}


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    at = info.header_offset
    begins = at + 30 + int.from_bytes(data[at + 26 : at + 28], "little")
    begins += int.from_bytes(data[at + 28 : at + 30], "little")
    return data[begins : begins + info.compress_size]


def changed_parts(before: Path, after: Path) -> tuple[set[str], set[str], set[str]]:
    """The parts that are lost, those that are new, and those whose bytes changed."""
    old, new = entries(before), entries(after)
    kept = [name for name in old if name in new]
    assert [name for name in new if name in old] == kept, "the order of the parts changed"
    changed = {name for name in kept if old[name] != new[name]}
    return set(old) - set(new), set(new) - set(old), changed


def is_memory(name: str) -> bool:
    return _MEMORY.fullmatch(name) is not None


def tokens(data: bytes) -> list[Token]:
    """A part as its parser sees it, texts joined."""
    found: list[Token] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.XmlDeclHandler = lambda *said: found.append(("declaration", *said))
    parser.StartElementHandler = lambda name, given: found.append(("<", name, *given))
    parser.EndElementHandler = lambda name: found.append((">", name))
    parser.CharacterDataHandler = lambda text: found.append(("text", text))
    parser.CommentHandler = lambda text: found.append(("comment", text))
    parser.ProcessingInstructionHandler = lambda *said: found.append(("?", *said))
    parser.Parse(data, True)
    return found


def _local(token: Token) -> str:
    return str(token[1]).rpartition(":")[2]


def _attributes(token: Token) -> dict[str, str]:
    names = token[2:]
    return {str(name): str(value) for name, value in zip(names[::2], names[1::2], strict=True)}


def cells_and_rest(data: bytes) -> tuple[dict[tuple[int, int], list[Token]], list[Token]]:
    """Each cell's tokens, and those of all else, without rows that hold nothing and say nothing."""
    cells: dict[tuple[int, int], list[Token]] = {}
    rest: list[Token] = []
    row = column = depth = 0
    for token in tokens(data):
        name, kind = _local(token), token[0]
        if kind == "<" and name == "row" and not depth:
            row, column = int(_attributes(token).get("r", row + 1)), 0
        if kind == "<" and (depth or name == "c"):
            if not depth:
                place = _attributes(token).get("r")
                column = parse_a1(place)[1] if place else column + 1
                cells[row, column] = []
            depth += 1
        if depth:
            cells[row, column].append(token)
        else:
            rest.append(_without_reach(token) if kind == "<" else token)
        if kind == ">" and depth:
            depth -= 1
    return cells, _without_bare_rows(rest)


def _without_reach(token: Token) -> Token:
    gone = _REACH.get(_local(token), ())
    kept = [item for pair in _attributes(token).items() if pair[0] not in gone for item in pair]
    return (*token[:2], *kept)


def _without_bare_rows(rest: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in rest:
        if token[0] == "text" and not str(token[1]).strip() and kept and kept[-1][0] == "text":
            continue
        bare = token[0] == ">" and _local(token) == "row" and kept[-1][0] == "<"
        if bare and set(_attributes(kept[-1])) <= {"r"}:
            kept.pop()
        else:
            kept.append(token)
    return kept


def assert_only_cells(before: bytes, after: bytes, ours: Collection[tuple[int, int]]) -> None:
    """A worksheet part that differs in these cells alone; the used range may have grown to them."""
    old, old_rest = cells_and_rest(before)
    new, new_rest = cells_and_rest(after)
    assert {place: cell for place, cell in old.items() if place not in ours} == {
        place: cell for place, cell in new.items() if place not in ours
    }
    assert old_rest == new_rest
    assert list(new) == sorted(new)
    for place in ours:
        if place in old and place in new:
            assert _style(old[place][0]) == _style(new[place][0]), place


def _style(token: Token) -> str:
    return _attributes(token).get("s", "0")


def assert_dimension(before: bytes, after: bytes) -> None:
    """The used range holds what it held, and all cells."""
    old, new = _dimension(before), _dimension(after)
    assert (old is None) == (new is None)
    if old is not None and new is not None:
        corners = [(old.first_row, old.first_column), (old.last_row, old.last_column)]
        assert all(place in new for place in [*corners, *cells_and_rest(after)[0]])


def _dimension(data: bytes) -> CellRange | None:
    said = [
        _attributes(token)["ref"]
        for token in tokens(data)
        if token[0] == "<" and _local(token) == "dimension"
    ]
    return CellRange.parse(said[0]) if said else None


def assert_appended(before: bytes, after: bytes, allowed: re.Pattern[str]) -> None:
    """A part with nothing but insertions, each of which is ``allowed``."""
    old, new = before.decode("latin-1"), after.decode("latin-1")
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old))
    while True:
        rest = len(old) - start
        added = new[start : len(new) - rest]
        if old[start:] == new[len(new) - rest :] and allowed.fullmatch(added):
            return
        assert start > 0, (added, allowed.pattern)
        start -= 1

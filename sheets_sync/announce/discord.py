"""Discord-flavoured Markdown: nothing that a person typed can format, link or ping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

LIMIT = 2000
_WIDEST = 40
_FENCES = 16
"""So many characters are kept for closing and opening a code block that is cut."""
_SPECIAL = re.compile(r"([\\*_`~|>\[\]()#<])")
_SPACES = re.compile(r"\s+")
_LINE_START = re.compile(r"^(\s*)(-|\+|\d+\.)(?=\s)")
_PING = re.compile(r"@(?=\S)")
_LINK = re.compile(r"(?i)\b(https?)://|\b(discord)\.(gg)\b")


class Markdown(str):
    """Text that is already Markdown and isn't escaped again."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """Plain text so that Discord shows it as it was typed: no bold, no link, no @everyone."""
    plain = _SPECIAL.sub(r"\\\1", _SPACES.sub(" ", text))
    plain = _LINE_START.sub(r"\1\\\2", plain)
    plain = _PING.sub("@\u200b", plain)
    return Markdown(
        _LINK.sub(lambda match: match[0].replace("://", ":\u200b//").replace(".", ".\u200b"), plain)
    )


def moment(value: datetime, style: str = "F") -> Markdown:
    """A time that Discord shows to everybody in their own zone."""
    if not isinstance(value, datetime):
        raise ValueError(f"'{value}' is no moment")
    return Markdown(f"<t:{int(value.timestamp())}:{style}>")


def code(text: str) -> Markdown:
    """A word to copy: shown in a fixed width, as it is."""
    return Markdown(f"`{_plain(text)}`")


def code_table(rows: Iterable[Sequence[object]], align: str = "") -> Markdown:
    """Rows as a code block with straight columns; one that is empty in every row is left out. ``align``: one
    of ``<`` or ``>`` for each column."""
    lines = [["" if cell is None else _cut(_plain(str(cell))) for cell in row] for row in rows]
    if not lines:
        return Markdown("")
    widths = [max(cell_len(line[index]) for line in lines) for index in range(len(lines[0]))]
    text = "\n".join(_line(line, widths, align).rstrip() for line in lines)
    return Markdown(f"```\n{text}\n```")


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _plain(text: str) -> str:
    """For a code block: no end of it, and no ping, of which programs differ in what they take for one."""
    return _PING.sub("@\u200b", " ".join(text.split()).replace("`", "ˋ"))


def _line(cells: Sequence[str], widths: Sequence[int], align: str) -> str:
    padded = []
    for index, cell in enumerate(cells):
        space = " " * (widths[index] - cell_len(cell))
        if widths[index]:
            padded.append(space + cell if align[index : index + 1] == ">" else cell + space)
    return "  ".join(padded)


def messages(text: str, limit: int = LIMIT) -> list[str]:
    """The text cut into messages that Discord takes: at blank lines, never inside a code block."""
    parts: list[str] = []
    for piece in (piece for block in _blocks(text) for piece in _fitting(block, limit)):
        if parts and len(parts[-1]) + len(piece) + 2 <= limit:
            parts[-1] += "\n\n" + piece
        else:
            parts.append(piece)
    return parts


def _blocks(text: str) -> list[str]:
    """Paragraphs; a code block belongs to the line above it."""
    blocks: list[str] = []
    inside = False
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if inside:
            blocks[-1] += "\n\n" + paragraph
        else:
            blocks.append(paragraph)
        inside ^= paragraph.count("```") % 2 == 1
    return [block for block in blocks if block.strip()]


def _fitting(block: str, limit: int) -> list[str]:
    """A block that is too long for one message, cut at its lines; a cut code block is closed and opened."""
    if len(block) <= limit:
        return [block]
    pieces: list[str] = [""]
    inside = False
    for line in (part for each in block.split("\n") for part in _short_lines(each, limit - _FENCES)):
        closing = 4 if inside else 0
        if pieces[-1] and len(pieces[-1]) + len(line) + 1 + closing + 4 > limit:
            pieces[-1] += "\n```" if inside else ""
            pieces.append("```" if inside else "")
        pieces[-1] += ("\n" if pieces[-1] else "") + line
        inside ^= line.count("```") % 2 == 1
    return pieces


def _short_lines(line: str, most: int) -> Iterator[str]:
    """A line that is longer than a message, cut at its spaces, so that nothing of it is lost."""
    while len(line) > most:
        space = line.rfind(" ", 1, most + 1)
        end = space if space > 0 else most - (line[most - 1] == "\\")
        yield line[:end].rstrip()
        line = line[end:].lstrip()
    yield line

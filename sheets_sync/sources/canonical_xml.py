"""XML as spreadsheet programs write it, told from any other that means the same: the one is read at the speed
of splitting text, the other by a parser."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

_CONTROL = bytes(sorted({*range(32)} - {9, 10, 13}))
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ATTRIBUTE = re.compile(r' ([A-Za-z][A-Za-z0-9_.:]*)="([^"<>&]*)"')
_DECLARED = re.compile(r"""<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']""")
_LONG = 500
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Unusual(Exception):
    """Not written in the form that is read by splitting; perhaps right, perhaps wrong."""


def decoded(chunks: Iterable[bytes]) -> Iterator[str]:
    """UTF-8 chunk by chunk. Raises Unusual for what a parser would refuse."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            if len(chunk.translate(None, _CONTROL)) != len(chunk):
                raise Unusual("a control character")
            text = decoder.decode(chunk)
            if "\ufffe" in text or "\uffff" in text:
                raise Unusual("a character that is none")
            yield text
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        raise Unusual("no UTF-8") from None


def check_head(text: str) -> None:
    """Raises Unusual where a part's beginning holds comments, instructions or another encoding than UTF-8."""
    declared = _DECLARED.search(text)
    if "<!" in text or text.count("<?") > 1 or (declared and declared[1].lower() != "utf-8"):
        raise Unusual("a part's beginning")


def attributes_of(text: str) -> Mapping[str, str]:
    """`` r="1" s="2"`` -> its names and values. Raises Unusual."""
    if len(text) > _LONG:
        raise Unusual("many attributes")
    return _attributes_of(text)


@lru_cache(maxsize=256)
def _attributes_of(text: str) -> Mapping[str, str]:
    found: list[tuple[str, str]] = _ATTRIBUTE.findall(text)
    if len(dict(found)) != len(found) or "".join([f' {name}="{value}"' for name, value in found]) != text:
        raise Unusual("an element's attributes")
    return MappingProxyType(dict(found))


def unescaped(text: str) -> str:
    """``&lt;`` -> ``<``. Raises Unusual for a reference that a parser would have to resolve or refuse."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
    if not 0 < code <= 0x10FFFF or _ILLEGAL.match(chr(code)):
        raise Unusual("an unknown reference")
    return chr(code)

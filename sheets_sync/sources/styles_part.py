"""The styles part: finds the style that is like another but for its number format, or appends it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from sheets_sync.sources.number_formats import BUILTIN
from sheets_sync.sources.package import BadPackage
from sheets_sync.sources.xml_bytes import (
    Edit,
    Element,
    apply_edits,
    elements,
    encoding_of,
    local,
    prefix_of,
    tag_at,
    with_attribute,
)

# What these ids mean is the same in every language; other formats get an id of the workbook's own.
_PORTABLE = (1, 2, 3, 4, 9, 10, 11, 12, 13, 45, 46, 48, 49)
_FIRST_OWN = 164
_MOST = 65_000
# The groups that the schema wants behind cellXfs.
_BEHIND = ("cellStyles", "dxfs", "tableStyles", "colors", "extLst")


@dataclass(frozen=True, slots=True)
class _Style:
    """One cell style: its attributes but for those of the number format, and its text."""

    format: int
    applies: bool
    other: tuple[tuple[str, str], ...]
    inner: str
    tag: str

    def is_like(self, other: _Style) -> bool:
        return (self.other, self.inner) == (other.other, other.inner)


class StylesPart:
    """The part in these bytes, and what is to be appended to it. Raises what an XML parser raises."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        found = elements(data, lambda _, depth: depth <= 2)
        self._root = found[-1]
        self._groups = {local(item.name): item for item in found if item.depth == 1}
        self._codes = {
            _number(item.attributes.get("numFmtId")): _code(item.attributes.get("formatCode", ""))
            for item in self._inside("numFmts", found)
        }
        self._styles = [_style(data, item) for item in self._inside("cellXfs", found)]
        self._known, self._known_codes = len(self._styles), set(self._codes)
        if not self._styles:
            prefix = prefix_of(self._root.name)
            self._styles.append(_Style(0, True, (), "", f'<{prefix}xf numFmtId="0"/>'))

    def _inside(self, group: str, found: list[Element]) -> list[Element]:
        whole = self._groups.get(group)
        within = [
            item for item in found if item.depth == 2 and whole and whole.start < item.start < whole.end
        ]
        return sorted(within, key=lambda item: item.start)

    def number_format(self, index: int) -> str:
        """The format code of a style; ``""`` for General."""
        return self._code_of(self._style_at(index).format)

    def _code_of(self, id: int) -> str:
        return self._codes.get(id, BUILTIN.get(id, ""))

    def _style_at(self, index: int) -> _Style:
        """A cell with a style that there isn't has the first one."""
        return self._styles[index if index < len(self._styles) else 0]

    def with_number_format(self, index: int, code: str) -> int:
        """The style that is like the one at ``index``, with this format code: that one where it has it."""
        code = _code(code)
        if self.number_format(index) == code:
            return index if index < len(self._styles) else 0
        base, id = self._style_at(index), self._format_id(code)
        for found, style in enumerate(self._styles):
            if style.is_like(base) and style.format == id and style.applies:
                return found
        if len(self._styles) >= _MOST:
            raise BadPackage(
                "The workbook has so many cell formats that none can be added; nothing is written."
            )
        tag = with_attribute(with_attribute(base.tag, "numFmtId", str(id)), "applyNumberFormat", "1")
        self._styles.append(_Style(id, True, base.other, base.inner, tag))
        return len(self._styles) - 1

    def _format_id(self, code: str) -> int:
        found = [id for id, known in self._codes.items() if known == code]
        found += [id for id in (0, *_PORTABLE) if id not in self._codes and BUILTIN.get(id, "") == code]
        if not found:
            found = [max([_FIRST_OWN - 1, *self._codes]) + 1]
            self._codes[found[0]] = code
        return found[0]

    def changed(self) -> bytes:
        """The part with what was appended; all its other bytes stay."""
        prefix = prefix_of(self._root.name)
        codes = [(id, code) for id, code in self._codes.items() if id not in self._known_codes]
        formats = [f'<{prefix}numFmt numFmtId="{id}" formatCode={quoteattr(code)}/>' for id, code in codes]
        styles = [style.tag + style.inner for style in self._styles[self._known :]]
        edits = [*self._appended("numFmts", formats), *self._appended("cellXfs", styles)]
        return apply_edits(self.data, edits) if edits else self.data

    def _appended(self, name: str, texts: list[str]) -> list[Edit]:
        """One more child or more of a group, and their count where the group says it."""
        if not texts:
            return []
        group, prefix, text = self._groups.get(name), prefix_of(self._root.name), "".join(texts)
        if group is None:
            whole = f'<{prefix}{name} count="{len(texts)}">{text}</{prefix}{name}>'
            return [self._new_group(name, whole)]
        tag, behind = tag_at(self.data, group.start)
        if "count" in group.attributes:
            tag = with_attribute(tag, "count", str(_number(group.attributes["count"]) + len(texts)))
        if group.empty:
            opened = tag.removesuffix("/>").rstrip()
            return [Edit(group.start, group.end, f"{opened}>{text}</{group.name}>")]
        return [Edit(group.start, behind, tag), Edit(group.close, group.close, text)]

    def _new_group(self, name: str, whole: str) -> Edit:
        root, (tag, behind) = self._root, tag_at(self.data, self._root.start)
        if root.empty:
            opened = tag.removesuffix("/>").rstrip()
            return Edit(root.start, root.end, f"{opened}>{whole}</{root.name}>")
        if name == "numFmts":
            return Edit(behind, behind, whole)
        place = min(
            (self._groups[each].start for each in _BEHIND if each in self._groups), default=root.close
        )
        return Edit(place, place, whole)


def _style(data: bytes, item: Element) -> _Style:
    tag, behind = tag_at(data, item.start)
    inner = data[behind : item.end].decode(encoding_of(data))
    other = {
        name: value
        for name, value in item.attributes.items()
        if name not in ("numFmtId", "applyNumberFormat")
    }
    applies = item.attributes.get("applyNumberFormat", "1").lower() in ("1", "true", "on")
    return _Style(_number(item.attributes.get("numFmtId")), applies, tuple(sorted(other.items())), inner, tag)


def _code(text: str) -> str:
    return "" if text.casefold() == "general" else text


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def new_styles(namespace: str) -> bytes:
    """The least that a workbook without styles needs to get one."""
    groups = (
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<styleSheet xmlns="{namespace}">{groups}</styleSheet>'.encode()

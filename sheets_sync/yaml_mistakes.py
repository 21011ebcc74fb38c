"""What keeps a whole YAML file from being read, in other words than the parser's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sheets_sync.problems import FileLine, Problem

_QUOTE = "Texts with a comma, a colon or a bracket inside braces need quotation marks."
_TAB, _DEEP = "tab", "deep"
_ENDLESS = ("A bracket or a brace is opened here or just above, but not closed.", "Close it, or add a comma.")
_INDENT = "Begin it as far to the right as the lines it belongs to."
_WORDS = {
    _TAB: ("This line is indented with a tab.", "Use spaces."),
    _DEEP: ("Here settings lie too deep in each other.", "Take some brackets or dashes out."),
    "did not find expected ',' or '}'": _ENDLESS,
    "did not find expected ',' or ']'": _ENDLESS,
    "did not find expected key": ("This line stands too far to the left or right.", _INDENT),
    "did not find expected '-' indicator": ("This line doesn't belong to the list above.", _INDENT),
    "mapping values are not allowed in this context": ("A colon stands where none can.", _QUOTE),
    "could not find expected ':'": ("A line that should be 'key: value' has no colon.", "Add it."),
    "block sequence entries are not allowed in this context": (
        "A list item (-) stands where none can.",
        _INDENT,
    ),
    "did not find expected node content": ("Between two commas or brackets stands nothing.", "Fill it in."),
    "found unexpected end of stream": ("A quotation mark isn't closed.", "Close it."),
    "found undefined alias": (
        "A text begins with *, which has a meaning of its own.",
        "Put it in quotation marks.",
    ),
    "found character that cannot start any token": (
        "A text begins with @, ` or %.",
        "Put it in quotation marks.",
    ),
    "but found another document": ("A second document begins here (---).", "Take the line out."),
}


def too_deep(event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=_DEEP, problem_mark=event.start_mark)


def mistake(error: yaml.YAMLError, text: str, path: Path) -> Problem:
    """A mistake that keeps the whole file from being read, in other words than the parser's."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark, said = error.problem_mark or error.context_mark, error.problem or error.context or ""
        number = mark.line + 1 if mark else 0
        line = text.splitlines()[number - 1] if 0 < number <= len(text.splitlines()) else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            said = _TAB
        message, hint = _WORDS.get(said, (f"The file can't be read from here on: {said}.", _QUOTE))
        return Problem(message, FileLine(path, number), hint)
    if isinstance(error, yaml.reader.ReaderError):
        number = text[: error.position].count("\n") + 1
        message = f"The file holds a character that no text has (U+{ord(text[error.position]):04X})."
        return Problem(message, FileLine(path, number), "Delete it.")
    return Problem(f"The file can't be read: {error}.", FileLine(path))

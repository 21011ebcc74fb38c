"""The `q` of files.list: terms with and, or, not and brackets."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..errors import DriveError
from .account import ROLES, File, stamp

Test = Callable[[File], bool]
TOKEN = re.compile(
    r"""\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[()]|!=|<=|>=|[=<>]|[^\s()=<>!]+)""", re.DOTALL
)
TEXTS: dict[str, Callable[[File], str]] = {
    "name": lambda file: file.name,
    "title": lambda file: file.name,
    "mimeType": lambda file: file.mime_type,
    "fullText": lambda file: file.name,
    "modifiedTime": lambda file: stamp(file.modified),
    "createdTime": lambda file: stamp(file.created),
    "viewedByMeTime": lambda file: stamp(file.modified),
    "visibility": lambda file: "limited",
}


def parsed(query: str) -> Test:
    """The test that a query makes of a file."""
    tokens = _tokens(query)
    test = _either(tokens)
    if tokens:
        raise _invalid()
    return test


def _tokens(query: str) -> list[str]:
    found, at = [], 0
    while at < len(query.rstrip()):
        match = TOKEN.match(query, at)
        if not match:
            raise _invalid()
        found.append(match[1])
        at = match.end()
    return found


def _invalid() -> DriveError:
    return DriveError(400, "invalid", "Invalid Value", "q")


def _take(tokens: list[str]) -> str:
    if not tokens:
        raise _invalid()
    return tokens.pop(0)


def _either(tokens: list[str]) -> Test:
    tests = [_all(tokens)]
    while tokens and tokens[0].lower() == "or":
        tokens.pop(0)
        tests.append(_all(tokens))
    return lambda file: any(test(file) for test in tests)


def _all(tokens: list[str]) -> Test:
    tests = [_term(tokens)]
    while tokens and tokens[0].lower() == "and":
        tokens.pop(0)
        tests.append(_term(tokens))
    return lambda file: all(test(file) for test in tests)


def _term(tokens: list[str]) -> Test:
    token = _take(tokens)
    if token.lower() == "not":
        test = _term(tokens)
        return lambda file: not test(file)
    if token == "(":
        inner = _either(tokens)
        if _take(tokens) != ")":
            raise _invalid()
        return inner
    if token[0] in "'\"":
        if _take(tokens).lower() != "in":
            raise _invalid()
        return _within(_text(token), _take(tokens))
    return _compared(token, _take(tokens).lower(), _take(tokens))


def _text(token: str) -> str:
    if token[0] not in "'\"":
        raise _invalid()
    return re.sub(r"\\(.)", r"\1", token[1:-1])


def _within(value: str, field: str) -> Test:
    if field == "parents":
        return lambda file: (
            value in file.parents or (value == "root" and any(p.startswith("root-") for p in file.parents))
        )
    roles = {"owners": "owner", "writers": "writer", "readers": "reader"}
    if field not in roles:
        raise _invalid()
    least = ROLES.index(roles[field])

    def test(file: File) -> bool:
        role = file.role(value)
        return role is not None and (ROLES.index(role) >= least if field != "owners" else role == "owner")

    return test


def _compared(field: str, operator: str, given: str) -> Test:
    if field in ("trashed", "starred", "sharedWithMe"):
        if operator not in ("=", "!=") or given.lower() not in ("true", "false"):
            raise _invalid()
        wanted = (given.lower() == "true") == (operator == "=")
        return lambda file: _flag(file, field) == wanted
    if field in ("properties", "appProperties") and operator == "has":
        raise _invalid()
    if field not in TEXTS:
        raise _invalid()
    return _text_test(TEXTS[field], field, operator, _text(given))


def _flag(file: File, field: str) -> bool:
    if field == "trashed":
        return file.trashed
    return bool(file.said.get("starred")) if field == "starred" else len(file.permissions) > 1


def _text_test(of: Callable[[File], str], field: str, operator: str, wanted: str) -> Test:
    if field.endswith("Time"):
        of, wanted = (lambda file, inner=of: inner(file)[:19]), wanted[:19].ljust(19, "0")  # type: ignore[misc]
    lower = wanted.casefold()
    if operator == "contains" and field == "name":
        return lambda file: any(word.startswith(lower) for word in _starts(of(file).casefold()))
    tests: dict[str, Test] = {
        "=": lambda file: of(file).casefold() == lower if field == "name" else of(file) == wanted,
        "!=": lambda file: of(file).casefold() != lower,
        "contains": lambda file: lower in of(file).casefold(),
        "<": lambda file: of(file) < wanted,
        ">": lambda file: of(file) > wanted,
        "<=": lambda file: of(file) <= wanted,
        ">=": lambda file: of(file) >= wanted,
    }
    if operator not in tests:
        raise _invalid()
    return tests[operator]


def _starts(name: str) -> list[str]:
    """The name from each of its words on: `contains` finds beginnings of words."""
    return [name[match.start() :] for match in re.finditer(r"(?<!\w)\w|(?<!\S)\S", name)] or [name]

"""`except:` of a rule as it is written: each with a name, where it holds, and what is different there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node
from sheets_sync.problems import Problem
from sheets_sync.ruleset.items import SCOPE, Item
from sheets_sync.ruleset.settings import is_off
from sheets_sync.validation import validate


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What can be read: by their names, where each holds, and what lies on the usual settings there."""

    names: tuple[str, ...]
    scopes: tuple[Item, ...]
    overlays: tuple[Map, ...]
    problems: tuple[Problem, ...]


def exceptions_of(
    rule: str, model: type[Item], usual: Map, written: Node | None, wrong: list[Problem]
) -> Exceptions:
    """``usual``: the settings outside of them; ``wrong``: what is said of these already."""
    problems = list(_unreadable(rule, written))
    read: list[tuple[str, Item, Map]] = []
    for name, node in _written(written):
        where = f"{rule} > except > {name}"
        scope, found = validate(Item, _part(node, in_scope=True), where)
        overlay = _part(node, in_scope=False)
        _, inside = validate(model, marked_yaml.merge(usual, overlay), where)
        inside = [each for each in inside if not _said(each, where, rule, wrong)]
        problems += [*found, *(inside or _idle(where, node, written))]
        if scope is not None and not inside:
            read.append((name, scope, overlay))
    names, scopes, overlays = zip(*read, strict=True) if read else ((), (), ())
    return Exceptions(names, scopes, overlays, tuple(problems))


def _written(exceptions: Node | None) -> Iterator[tuple[str, Map]]:
    for name, node in exceptions.items.items() if isinstance(exceptions, Map) else ():
        if isinstance(node, Map):
            yield name, node


def _part(node: Map, in_scope: bool) -> Map:
    """Of an exception where it holds, or what is different there."""
    kept = {key: value for key, value in node.items.items() if (key in SCOPE) is in_scope}
    return Map(kept, node.at, node.keys)


def _said(problem: Problem, where: str, rule: str, wrong: Iterable[Problem]) -> bool:
    """Whether a mistake stands, and is said, outside of the exception; a rule of which a part can't be read
    is checked as a whole once that part is mended."""
    bare = problem.message.replace(where, rule)
    taken_over = any(each.message == bare and each.at == problem.at for each in wrong)
    return taken_over or (bool(wrong) and problem.message.startswith(f"{where}: "))


def _idle(where: str, node: Map, exceptions: Node | None) -> Iterator[Problem]:
    """An exception that holds everywhere, or changes nothing, isn't one."""
    at = exceptions.keys.get(where.rpartition(" > ")[2], node.at) if isinstance(exceptions, Map) else node.at
    if not any(key in SCOPE for key in node.items):
        hint = "Add 'rounds', 'phases', 'sessions' or another of the settings that say it."
        yield Problem(f"{where}: it doesn't say where it holds.", at, hint)
    elif all(key in SCOPE for key in node.items):
        yield Problem(f"{where}: nothing is different there.", at, "Add what is, or take it out.")


def _unreadable(rule: str, exceptions: Node | None) -> Iterator[Problem]:
    """What stands in place of exceptions and can't be any; one may be ``off``."""
    if exceptions is None:
        return
    if not isinstance(exceptions, Map) or not exceptions.items:
        message = f"{rule} > except: here belong exceptions, each with a name, in the form 'name: settings'."
        yield Problem(message, exceptions.at, "Write it like 'finale: {rounds: 8, scale: 2}'.")
        return
    for key, node in exceptions.items.items():
        if not isinstance(node, Map) and not is_off(node):
            message = f"{rule} > except > {key}: here belong settings in the form 'key: value', or off."
            yield Problem(message, node.at)

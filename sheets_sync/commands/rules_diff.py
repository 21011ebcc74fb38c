"""`rules diff`: in words, how two rulesets differ."""

from __future__ import annotations

from itertools import groupby

from rich.text import Text

from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.naming import Named, named
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import console, indented, print_json, say
from sheets_sync.problems import Problem, has_errors
from sheets_sync.ruleset.diff import Change, differences
from sheets_sync.ruleset.files import Sources

_COUNTED = ("changed", "added", "taken out")


def run(one: str, other: str | None, as_json: bool) -> int:
    """``one`` alone is compared with what it extends; a league's with its ruleset."""
    new, problems = _loaded(other or one)
    old, found = (None, []) if new is None else _loaded(one) if other else _below(new[0])
    if old is None or new is None or has_errors([*problems, *found]):
        return stopped([*problems, *found], as_json, UNUSABLE)
    changes = differences(old[1].tree, new[1].tree)
    if as_json:
        print_json({"from": old[0].title, "to": new[0].title, "changes": [_json(each) for each in changes]})
    else:
        _print(changes, f"{new[0].title} compared with {old[0].title}")
    return DONE


Loaded = tuple[Named, Sources]


def _loaded(text: str) -> tuple[Loaded | None, list[Problem]]:
    """A ruleset that is right in itself, with its merged tree."""
    wanted, problems = named(text)
    if wanted is None:
        return None, problems
    ruleset, found = wanted.load()
    sources, _ = wanted.sources()
    return ((wanted, sources) if ruleset and sources else None), [*problems, *found]


def _below(wanted: Named) -> tuple[Loaded | None, list[Problem]]:
    """What lies under a ruleset: the one it extends, or that of a league without its own changes."""
    under = wanted.below()
    sources, problems = under.sources()
    return ((under, sources) if sources else None), problems


def _print(changes: list[Change], title: str) -> None:
    counts = [(what, sum(each.what == what for each in changes)) for what in _COUNTED]
    counted = ", ".join(f"{count} {what}" for what, count in counts if count)
    say(f"{title}: {counted or 'no difference'}.")
    for rule, group in groupby(changes, key=lambda each: each.rule):
        listed = list(group)
        head = f"\n{rule}, {listed[0].what}" if listed[0].whole else f"\n{rule}"
        console.print(Text(head, style="bold"))
        for each in listed:
            indented(Text(str(each)), 2)


def _json(change: Change) -> dict[str, object]:
    return {
        "section": change.section,
        "rule": change.rule,
        "setting": change.setting,
        "change": change.what,
        "old": change.old,
        "new": change.new,
        "article": change.article,
    }

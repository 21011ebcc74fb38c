"""What rules of `advance` must get right: rounds, rankings and ways on that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sheets_sync.marked_yaml import Positions
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.kinds.advance import Advance
from sheets_sync.ruleset.kinds.measures import PLAIN
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import round_called
from sheets_sync.validation import nearest

_SELECTIONS = ("field", "reserves")


def check_advance(ruleset: Ruleset, lines: Positions) -> list[Problem]:
    """Every rule of the section."""
    found: list[Problem] = []
    for name, rule in ruleset.advance.items():
        found += _Checker(ruleset, lines, name).problems(rule.usual)
        if rule.scopes:
            message = f"advance > {name}: an exception isn't possible here."
            found.append(Problem(message, lines["advance", name], "Write a rule of its own."))
    return found


class _Checker:
    def __init__(self, ruleset: Ruleset, lines: Positions, name: str) -> None:
        self.ruleset, self.lines, self.name = ruleset, lines, name

    def problems(self, rules: Advance) -> Iterator[Problem]:
        yield from self._rounds(rules)
        yield from self._measures("by", [m.name for m in rules.by if m.kind == "named"])
        yield from self._measures("best_by", [m.name for m in rules.best_by if m.kind == "named"])
        if not rules.by:
            yield self._problem("by", "'by' names nothing to rank by.", "Write place, or a standing.")
        if rules.into is None and rules.mark is None:
            yield self._problem("take", "it leads nowhere.", "Write 'into' or 'mark'.")
        if (rules.best is None) != (not rules.best_by):
            yield self._problem("best", "'best' and 'best_by' go together.", "Write both, or neither.")

    def _rounds(self, rules: Advance) -> Iterator[Problem]:
        names = list(self.ruleset.round_names)
        after = round_called(self.ruleset, rules.after)
        if rules.after != "entries" and after is None:
            hint = nearest(rules.after, ["entries", *names])
            yield self._problem("after", f"there is no round '{rules.after}'.", hint)
        if rules.mark is not None and rules.after == "entries":
            yield self._problem("mark", "the entries have no results in which to mark anybody.", "")
        if rules.into is None or rules.into in _SELECTIONS:
            return
        into = round_called(self.ruleset, rules.into)
        if into is None:
            hint = nearest(rules.into, [*_SELECTIONS, *names])
            yield self._problem("into", f"there is no round '{rules.into}'.", hint)
        elif after is not None and into <= after:
            yield self._problem("into", f"'{rules.into}' isn't later than '{rules.after}'.", "")

    def _measures(self, setting: str, names: Iterable[str]) -> Iterator[Problem]:
        sessions = {s for each in self.ruleset.rounds for s in self.ruleset.programme(each.number)}
        known = [*self.ruleset.standings, *self.ruleset.tallies, *sorted(sessions), *sorted(PLAIN)]
        for name in names:
            if name not in known:
                yield self._problem(setting, f"there is no measure '{name}'.", nearest(name, known))

    def _problem(self, setting: str, message: str, hint: str) -> Problem:
        path = ("advance", self.name, setting)
        at: FileLine = self.lines[path] if path in self.lines else self.lines["advance", self.name]
        return Problem(f"advance > {self.name}: {message}", at, hint)

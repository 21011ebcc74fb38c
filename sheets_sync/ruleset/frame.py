"""The frame of a ruleset, which is no rule: its rounds, its phases, its points tables, what it announces."""

from __future__ import annotations

import re

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node, Scalar, Sequence
from sheets_sync.problems import Problem
from sheets_sync.ruleset.files import Sources
from sheets_sync.ruleset.kinds.season import RoundEntry
from sheets_sync.ruleset.model import Round
from sheets_sync.ruleset.scope_values import RoundSet
from sheets_sync.ruleset.show import words
from sheets_sync.ruleset.values import Number, number, one_or_many
from sheets_sync.validation import nearest, validate, validate_part

_COUNT = re.compile(r"[1-9][0-9]{0,2}")


class Frame:
    """``problems``: what can't be read; ``uncited``: articles that aren't there."""

    def __init__(self, sources: Sources) -> None:
        self.sources, self.tree = sources, sources.tree
        self.problems: list[Problem] = []
        self.uncited: list[Problem] = []
        self.rounds = self._rounds()
        self.tables = self._tables()
        self.phases = self._phases()
        self.info = {key: words(node) for key, node in self._map("info").items.items()}

    def _map(self, key: str) -> Map:
        node = self.tree.items.get(key)
        return node if isinstance(node, Map) else Map({}, self.tree.at)

    def _rounds(self) -> tuple[Round, ...]:
        """`calendar: 8` is eight rounds R1 to R8; a map names each. A round that is `off` isn't held."""
        node = self.tree.items.get("calendar")
        if isinstance(node, Scalar) and _COUNT.fullmatch(node.text or ""):
            return tuple(Round(number, f"R{number}", {}) for number in range(1, int(str(node.text)) + 1))
        held = isinstance(node, Map) and any(marked_yaml.plain(each) != "off" for each in node.items.values())
        if not isinstance(node, Map) or not held:
            at = node.at if node else self.tree.at
            message = "'calendar' must say how many rounds there are, or name each with its dates."
            self.problems.append(Problem(message, at, "Write it like 'calendar: 8'."))
            return ()
        rounds: list[Round] = []
        for name, child in node.items.items():
            if isinstance(child, Scalar) and child.text == "off":
                continue
            entry = self._entry(name, child)
            self._citations(name, child, entry)
            number = entry.number if entry.number is not None else (rounds[-1].number + 1 if rounds else 1)
            rounds.append(Round(number, name, entry.dates, entry.programme))
        return tuple(rounds)

    def _entry(self, name: str, node: Node) -> RoundEntry:
        """One round, without what can't be read of it."""
        if isinstance(node, Map):
            entry, _, found = validate_part(RoundEntry, node, f"calendar > {name}")
        else:
            entry, found = validate(RoundEntry, node, f"calendar > {name}")
        self.problems += found
        return entry or RoundEntry.model_validate({})

    def _citations(self, name: str, node: Node, entry: RoundEntry) -> None:
        for article in entry.cited():
            if article not in self.sources.articles:
                at = node.keys.get("article", node.at) if isinstance(node, Map) else node.at
                message = f"calendar > {name}: there is no article '{article}'."
                self.uncited.append(Problem(message, at, nearest(article, self.sources.articles)))

    def _tables(self) -> dict[str, tuple[Number, ...]]:
        return {name: self._table(name, node) for name, node in self._map("tables").items.items()}

    def _table(self, name: str, node: Node) -> tuple[Number, ...]:
        """What can be read of a table."""
        if isinstance(node, Map) or marked_yaml.plain(node) in ([], None):
            message = f"tables > {name}: here belongs a list of numbers in the form [25, 18, 15]."
            self.problems.append(Problem(message, node.at))
            return ()
        numbers: list[Number] = []
        for index, item in enumerate(node.items if isinstance(node, Sequence) else (node,), 1):
            try:
                numbers += map(number, one_or_many(marked_yaml.plain(item)))
            except ValueError as error:
                where = (
                    f"tables > {name} > item {index}" if isinstance(node, Sequence) else f"tables > {name}"
                )
                self.problems.append(Problem(f"{where}: {error}.", item.at))
        return tuple(numbers)

    def _phases(self) -> dict[str, RoundSet]:
        phases = {}
        for name, node in self._map("phases").items.items():
            rounds = marked_yaml.plain(node)
            try:
                if isinstance(node, Map) or rounds in ([], None):
                    raise ValueError("here belong rounds in the form 1-4 or [R1, final]")
                phases[name] = RoundSet.parse(rounds)
            except ValueError as error:
                self.problems.append(Problem(f"phases > {name}: {error}.", node.at))
                phases[name] = RoundSet((), ())
        return phases

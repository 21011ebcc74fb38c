"""What a new league begins with under `rules`: the rounds and points that its ruleset leaves to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map
from sheets_sync.ruleset.files import Sources
from sheets_sync.ruleset.left_open import USUAL_POINTS, Path, asked

ROUNDS = 8
_EXAMPLE = """\
# What is different in your league, in the form of the ruleset:
# rules:
#   season: {start: 20:30}
"""
_FOR_A_START = """\
# What your league says for itself. The rounds and the points are there for a start: put yours.
rules:
"""
_OPEN = """\
# What the document leaves open: fill it in, and take the # away.
# rules:
"""
_POINTS = f"points: {{race: {{table: {USUAL_POINTS}}}}}"


@dataclass(frozen=True, slots=True)
class Start:
    """``rounds``: the ruleset has no calendar; ``points``: it gives none; ``asked``: what it marks `ask`."""

    rounds: bool = False
    points: bool = False
    asked: tuple[Path, ...] = ()

    @classmethod
    def of(cls, sources: Sources) -> Start:
        tree = sources.tree.items
        standings = tree.get("standings")
        written = standings.items.values() if isinstance(standings, Map) else ()
        by_points = any(isinstance(each, Map) and "by" not in each.items for each in written)
        open_ones = tuple(dict.fromkeys(path for path, _ in asked(sources.tree)))
        return cls("calendar" not in tree, by_points and "points" not in tree, open_ones)

    def changes(self) -> Map | None:
        """What the ruleset can't be used without; None where it says everything."""
        return (
            marked_yaml.parse(f"calendar: {ROUNDS}\n{_POINTS}\n", FilePath("league.yaml"))[0]
            if self.rounds
            else None
        )

    def text(self) -> str:
        """The end of league.yaml."""
        if self.rounds:
            points = f"  {_POINTS}\n" if self.points else ""
            return f"{_FOR_A_START}  calendar: {ROUNDS}\n{points}"
        lines = [*([f"  {_POINTS}"] if self.points else []), *_lines(self.asked, "  ")]
        return _OPEN + "".join(f"# {line}\n" for line in lines) if lines else _EXAMPLE

    def says(self) -> list[str]:
        """What a person is told who has laid out the league."""
        if self.rounds:
            return [
                f"league.yaml begins with {ROUNDS} rounds and usual points: put yours there, under 'rules'."
            ]
        said = []
        if self.points:
            says = "The document gives no points, so that standings stay at 0"
            said.append(f"{says}: fill in 'points' under 'rules' in league.yaml.")
        if self.asked:
            names = ", ".join(" > ".join(path) for path in self.asked)
            said.append(f"The document leaves open, and league.yaml lists to be filled in: {names}.")
        return said


def _lines(paths: Sequence[Path], indent: str) -> list[str]:
    """The settings as nested lines, each still to be filled in."""
    lines: list[str] = []
    for key in dict.fromkeys(path[0] for path in paths):
        below = [path[1:] for path in paths if path[0] == key and len(path) > 1]
        lines += [f"{indent}{key}:", *_lines(below, indent + "  ")] if below else [f"{indent}{key}: ..."]
    return lines

"""Conduct over the season: every act of every driver, and what the tallies make of them.

A driver's acts are reckoned anew whenever one is added: a decision on an old incident can come late. What
was known before a race started never changes by what became known later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sheets_sync.rules.ledger import Decision, Entry
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.tallies.rule import Moment, Reckoning, reckon
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.tally_order import COSTS, tally_order


@dataclass(slots=True)
class Conduct:
    """``acts``: person -> all acts so far; ``reckoned``: person -> the tallies' outcomes."""

    ruleset: Ruleset
    acts: dict[str, list[Act]] = field(default_factory=dict)
    reckoned: dict[str, list[Reckoning]] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def add(self, acts: Iterable[Act]) -> set[str]:
        """Adds acts; gives back whose."""
        touched = set()
        for act in acts:
            self.acts.setdefault(act.person, []).append(act)
            touched.add(act.person)
        return touched

    def reckon(self, people: Iterable[str], names: Mapping[str, str], at: Moment) -> None:
        """Reckons these people's tallies anew, each tally after those that feed it."""
        self.order = self.order or tuple(tally_order(self.ruleset))
        for person in sorted(people):
            acts = list(self.acts.get(person, ()))
            outcomes = []
            for name in self.order:
                outcome = reckon(self.ruleset, name, names[person], acts, at)
                acts += [*outcome.acts, *(act for each in outcome.penalties for act in acts_of(each))]
                outcomes.append(outcome)
            self.reckoned[person] = outcomes

    def entries(self) -> list[Entry]:
        return [entry for found in self.reckoned.values() for each in found for entry in each.entries]

    def penalties(self) -> list[Penalty]:
        return [made for found in self.reckoned.values() for each in found for made in each.penalties]

    def decisions(self) -> list[Decision]:
        return [made for found in self.reckoned.values() for each in found for made in each.decisions]


def acts_of(penalty: Penalty) -> list[Act]:
    """What a penalty that comes from a status, a threshold or a decision adds to tallies."""
    phrase = penalty.phrase
    if phrase.suspended:
        return []
    if phrase.sanction is Sanction.TALLY:
        return [_act(penalty, "tally", phrase.name, phrase)]
    found = [_act(penalty, "sanction", without_amount(phrase), phrase)]
    if phrase.sanction in COSTS:
        found.append(_act(penalty, "penalty", "penalty", phrase))
    return found


def without_amount(phrase: Phrase) -> str:
    """The words by which a tally counts a sanction: ``reprimand``, ``qualifying ban``."""
    return str(Phrase(phrase.sanction, 1, phrase.name)).removeprefix("1 ")


def _act(penalty: Penalty, kind: str, word: str, phrase: Phrase) -> Act:
    return Act(
        kind,  # type: ignore[arg-type]
        word,
        penalty.person,
        penalty.event,
        phrase.amount,
        penalty.happened,
        penalty.known,
        penalty.article,
        penalty.cells,
        penalty.says,
        penalty.case.row if penalty.case else None,
        penalty.undone,
        penalty.undone_says,
        penalty.because,
    )

"""Articles: for every setting, of the file that writes it, used at all."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node, Scalar, Sequence
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.ruleset.lint.subject import Part, Subject

_MARKS = ("article", "assumption", "except", "like")


def without_article(subject: Subject) -> Iterator[Problem]:
    """Settings for which no article stands, or only one of a file below the one that writes them."""
    for part in subject.parts():
        if part.scope is None:
            bare = [key for key in _settings(part) if not part.item.cite(key)]
            if bare:
                says = f"{part.title}: no article stands for {', '.join(bare)}."
                yield subject.note(says, *part.path, bare[0], hint="Add 'article' with what it rests on.")
            yield from _borrowed(subject, part)


def _settings(part: Part) -> list[str]:
    return [key for key in part.node.items if key not in _MARKS]


def _borrowed(subject: Subject, part: Part) -> Iterator[Problem]:
    """A ruleset that writes a setting anew, and leaves the article of the ruleset below beside it."""
    own = subject.ruleset.files[-1]
    for key in _settings(part):
        if subject.line(*part.path, key).path != own or not part.item.cite(key):
            continue
        article = subject.line(*part.path, "article", key)
        if article.path not in (own, subject.line().path) and article.path in subject.ruleset.files:
            cited = f"its article '{part.item.cite(key)}' in {_named(article)}"
            message = f"{part.title}: '{key}' is written here, {cited}."
            yield subject.note(message, *part.path, key, hint="Add the article of your own document.")


def _named(at: FileLine) -> str:
    return f"{at.path.parent.name}:{at.line}"


def uncited(subject: Subject) -> Iterator[Problem]:
    """Articles of the ruleset's own articles.yaml that nothing cites."""
    path = subject.ruleset.files[-1].parent / "articles.yaml"
    node, _ = marked_yaml.load(path) if path.is_file() else (None, [])
    cited = set(_cited(subject.tree))
    for name, entry in node.items.items() if node else ():
        if name not in cited:
            at = node.keys.get(name, entry.at) if node else entry.at
            message = f"No rule cites the article '{name}'."
            yield Problem(message, at, "Cite it with the rule that it is about.", Severity.NOTE)


def _cited(node: Node) -> Iterator[str]:
    """Every article that is named anywhere, in the calendar too."""
    if isinstance(node, Map):
        for key, child in node.items.items():
            yield from _words(child) if key == "article" else _cited(child)
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from _cited(child)


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text or ""
    else:
        for child in node.items.values() if isinstance(node, Map) else node.items:
            yield from _words(child)

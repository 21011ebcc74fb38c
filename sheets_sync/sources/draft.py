"""A package as it is going to be: parts changed, added or taken out, all others as they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from sheets_sync.sources.package import BadPackage, Package, part_key


@dataclass(frozen=True, slots=True)
class Draft(Package):
    """Reads like the package that will be written. ``changed``: part -> its new bytes, None: it goes."""

    changed: dict[str, bytes | None] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Draft:
        return cls(package.data, package.archive, package.parts)

    def __contains__(self, name: object) -> bool:
        if isinstance(name, str) and (there := self._there(name)):
            return self.changed[there] is not None
        return Package.__contains__(self, name)

    def read(self, name: str) -> bytes:
        there = self._there(name)
        data = self.changed[there] if there else Package.read(self, name)
        if data is None:
            raise BadPackage(f"The workbook refers to its part '{name}', which was taken out.")
        return data

    def put(self, name: str, data: bytes, was: bytes | None = None) -> None:
        """A part that is new, or has new bytes; those it has already change nothing. ``was``: the bytes
        that it has, where they are at hand."""
        if name not in self or (self.read(name) if was is None else was) != data:
            self.changed[self._there(name) or name] = data

    def remove(self, name: str) -> None:
        self.changed[self._there(name) or name] = None

    def _there(self, name: str) -> str:
        """Under which name a part is among the changed ones."""
        key = part_key(name)
        return next((each for each in self.changed if part_key(each) == key), "")

"""What the exit code of a command says."""

from __future__ import annotations

DONE = 0
PROBLEMS = 1
UNUSABLE = 2
REFUSED = 3
FAILED = 4

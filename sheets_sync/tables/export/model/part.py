"""What every part of the document is made of: exact numbers, milliseconds, moments."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Exact = Annotated[str, Field(pattern=r"^-?\d+(/[1-9]\d*)?$", description="an exact number as text")]
Ms = Annotated[int, Field(ge=0, description="milliseconds")]
Moment = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)$",
        description="ISO 8601 with the offset of the league's zone",
    ),
]


class Part(BaseModel):
    """A part of the document; nothing else may stand in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

"""Colours: stored in 256 steps, and each said twice, plain and as a style."""

from __future__ import annotations

import struct
from typing import Any

TWICE = {
    "backgroundColor": "backgroundColorStyle",
    "foregroundColor": "foregroundColorStyle",
    "tabColor": "tabColorStyle",
    "color": "colorStyle",
    "headerColor": "headerColorStyle",
    "firstBandColor": "firstBandColorStyle",
    "secondBandColor": "secondBandColorStyle",
    "footerColor": "footerColorStyle",
}
BORDERED = {"style", "width", "color", "colorStyle"}


def single(number: float) -> float | int:
    """The shortest number that means the same as a 32 bit float."""
    kept = struct.unpack("f", struct.pack("f", number))[0]
    for digits in range(1, 10):
        text = f"{number:.{digits}g}"
        if struct.unpack("f", struct.pack("f", float(text)))[0] == kept:
            found = float(text)
            return int(found) if found == int(found) else found
    return float(kept)


def color(given: dict[str, Any]) -> dict[str, Any]:
    """A colour as it is given back."""
    out: dict[str, Any] = {}
    for name in ("red", "green", "blue"):
        step = int(min(max(float(given.get(name) or 0), 0), 1) * 255 + 1e-4)
        if step:
            out[name] = single(step / 255)
    if "alpha" in given:
        out["alpha"] = given["alpha"]
    return out


def with_colors(value: Any) -> Any:
    """A message with every colour in it in both forms."""
    if isinstance(value, list):
        return [with_colors(item) for item in value]
    if not isinstance(value, dict):
        return value
    out = {name: with_colors(item) for name, item in value.items()}
    if "rgbColor" in out:
        out["rgbColor"] = color(out["rgbColor"])
    for plain, style in TWICE.items():
        if plain == "color" and not set(out) <= BORDERED:
            continue
        _both(out, plain, style)
    return out


def _both(out: dict[str, Any], plain: str, style: str) -> None:
    given = out.get(style)
    if isinstance(given, dict):
        if "rgbColor" in given:
            out[plain] = dict(given["rgbColor"])
        elif not given:
            out.pop(style)
            out.pop(plain, None)
    elif isinstance(out.get(plain), dict) and "rgbColor" not in out[plain] and "themeColor" not in out[plain]:
        out[plain] = color(out[plain])
        out[style] = {"rgbColor": dict(out[plain])}

"""Cardinal numerals over the tokens of a run: terms of falling scale added up, decimals spoken after "point"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.tokens import Token

CLOSE = (" ", "-")
"""What ties the words of one numeral together."""


class Cardinals:
    """Reads the cardinals of one run of tokens; each reading gives a value and where it ends."""

    def __init__(self, text: str, run: list[Token]) -> None:
        """`run` are tokens of `text` with nothing between them but what may join the parts of a numeral."""
        self.text = text
        self.run = run

    def kind(self, at: int) -> str:
        """The class of the token at `at`, "" beyond the last."""
        return self.run[at].kind if at < len(self.run) else ""

    def glue(self, at: int) -> str:
        """What ties the token at `at` to the one before it, "|" beyond the last."""
        return self.run[at].glue if at < len(self.run) else "|"

    def _small(self, at: int) -> tuple[float, int] | None:
        """A number below one hundred in words, or digits with a vulgar or slashed fraction after them."""
        kind = self.kind(at)
        if kind == "unit":
            return self.run[at].value, at + 1
        if kind == "tens":
            value = self.run[at].value
            after = self.run[at + 1] if at + 1 < len(self.run) else None
            if after and after.kind == "unit" and after.glue in CLOSE and 0 < after.value < 10:
                return value + after.value, at + 2
            return value, at + 1
        if kind in ("digits", "power"):
            value = self.run[at].value
            after = self.run[at + 1] if at + 1 < len(self.run) else None
            whole = value.is_integer() and kind == "digits"
            if (
                whole
                and after
                and after.value < 1
                and (
                    (after.kind == "vulgar" and after.glue in ("", " ", "-"))
                    or (after.kind == "ratio" and after.glue in (" ", "-"))
                )
            ):
                return value + after.value, at + 2
            return value, at + 1
        if kind in ("vulgar", "ratio"):
            return self.run[at].value, at + 1
        return None

    def _group(self, at: int) -> tuple[float, int] | None:
        """A number below one thousand in words ("two hundred and fifty-four"), or digits."""
        small = self._small(at)
        if small is None:
            if self.kind(at) != "hundred":
                return None
            value, end = 1.0, at
        else:
            value, end = small
        if self.kind(end) == "hundred" and (end == at or self.glue(end) in CLOSE):
            value, end = value * 100, end + 1
            rest = self._small(end)
            if rest and 0 < rest[0] < 100 and self._continues(end, rest[1]):
                value, end = value + rest[0], rest[1]
        return value, end

    def _continues(self, at: int, end: int) -> bool:
        """Whether the small number from `at` to `end` belongs to the hundred before it."""
        token = self.run[at]
        if token.glue not in (" ", "-", "and"):
            return False
        if token.kind == "digits" and (token.glue != "and" or not token.value.is_integer()):
            return False
        return token.kind in ("unit", "tens", "digits") and self.kind(end) not in ("hundred", "dozen")

    def _cardinal(self, at: int) -> tuple[float, int] | None:
        """Terms of falling scale added up."""
        total, ceiling, here = 0.0, float("inf"), at
        while here < len(self.run):
            if here > at and self.glue(here) not in (" ", "-", "and"):
                break
            group = self._group(here)
            if group is None:
                if here > at or self.kind(here) not in ("scale", "dozen"):
                    break
                value, end = 1.0, here
            else:
                value, end = group
            scale = 1.0
            while self.kind(end) in ("scale", "dozen") and (end == here or self.glue(end) in CLOSE):
                scale, end = scale * self.run[end].value, end + 1
            term = value * scale
            if here > at and not (0 < term < ceiling and self._adds(here, scale)):
                break
            if here > at and self.glue(here) == "and" and self.kind(end) == "part":
                break
            total, ceiling, here = total + term, scale if scale > 1 else 100.0, end
            if self.kind(end - 1) == "dozen" or (scale == 1 and self.kind(end - 1) != "hundred"):
                break  # "two dozen ten-year-olds" are not 34
        return (total, here) if here > at else None

    def _adds(self, at: int, scale: float) -> bool:
        """Whether a term that begins with digits may follow another: "6 thousand 2 hundred and 14"."""
        token = self.run[at]
        if token.kind not in ("digits", "power", "ratio", "vulgar"):
            return token.kind != "dozen"
        follows = at + 1 < len(self.run) and self.kind(at + 1) == "hundred"
        return token.value.is_integer() and token.kind == "digits" and (scale > 1 or follows or self._plain_tail(at))

    def _plain_tail(self, at: int) -> bool:
        return (
            self.glue(at) == "and" and self.kind(at - 1) in ("hundred", "scale") and self.kind(at - 2) != "digits"
        ) or (self.glue(at) == "and" and self.kind(at - 1) == "hundred")

    def _scaled(self, value: float, end: int) -> tuple[float, int]:
        while self.kind(end) in ("hundred", "scale", "dozen") and self.glue(end) in CLOSE:
            value, end = value * self.run[end].value, end + 1
        return value, end

    def _decimals(self, value: float, at: int) -> tuple[float, int]:
        figures, here = "", at
        while here < len(self.run) and self.kind(here) in ("unit", "tens", "digits", "nought"):
            if here > at and self.glue(here) not in CLOSE:
                break
            if self.kind(here) == "nought":  # "eight point oh five"
                figures, here = figures + "0", here + 1
                continue
            small = self._small(here)
            if small is None:
                break
            figures, here = f"{figures}{small[0]:g}".replace(".", ""), small[1]
        return float(f"{value:.0f}.{figures}"), here

    def _cardinal_until(self, at: int, end: int) -> float | None:
        found = Cardinals(self.text, self.run[:end])._cardinal(at)
        return found[0] if found and found[1] == end else None

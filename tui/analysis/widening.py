"""Names that the text has longer elsewhere: "Match" behind "Swedish", where it names Swedish Match too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_SURE = 4.0
"""From this weight on a name's edges are those of a rule."""


def widen_to_known(words: Words, names: list[Name]) -> list[Name]:
    """The names, those widened before which stands what a longer name of the text has before the same words."""
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for name in names:
        if len(name.words) == 2 and name.label != "other":
            longer.setdefault(name.words[-1:], set()).add(name.words)
    ends = {name.last for name in names}
    found = []
    for name in names:
        open_to = name.first > 0 and name.label != "other" and name.sure < _SURE
        whole = longer.get(name.words, set()) if open_to else set()
        before = name.first - 1
        fits = whole and words.sentence[before] == words.sentence[name.first] and name.first not in ends
        if fits and (words.text[before], *name.words) in whole:
            found.append(replace(name, first=before, words=(words.text[before], *name.words), titled=""))
        else:
            found.append(name)
    return found

"""People called by their age: "the 47-year-old" is who is said to be 47, or the only one the text is about there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.entities import Entity
    from tui.analysis.words import Words

_CLOSE = frozenset([",", ")", ".", ";"])


def find_aged(words: Words) -> dict[int, int]:
    """Where "the 47-year-old" begins (at its number) to one past its end, where no noun follows."""
    found = {}
    for last in range(6, len(words) + 1):
        if words.lower[last - 1] != "old" or words.lower[last - 3] != "year" or not words.text[last - 5].isdigit():
            continue
        if not (is_hyphen(words.text[last - 2]) and is_hyphen(words.text[last - 4])) or words.lower[last - 6] != "the":
            continue
        follows = last < len(words) and words.sentence[last] == words.sentence[last - 1]
        if not (follows and words.pos[last] in ("NOUN", "PROPN", "ADJ", "NUM")):
            found[last - 5] = last
    return found


def told_ages(words: Words, named: list[tuple[Entity, list[Name]]]) -> dict[str, list[Entity]]:
    """Who the text says is of an age: "Tran, 47,", "Tran (47)", "Tran, aged 47,"."""
    found: dict[str, list[Entity]] = {}
    for entity, names in named:
        for name in names:
            if entity.kind != "person" or words.text[name.last : name.last + 1] not in ([","], ["("]):
                continue
            index = name.last + 1
            index += words.lower[index : index + 1] == ["aged"]
            age = words.text[index] if index + 1 < len(words) else ""
            if age.isdigit() and len(age) <= 3 and words.text[index + 1] in _CLOSE:
                people = found.setdefault(age, [])
                if all(entity is not other for other in people):
                    people.append(entity)
    return found

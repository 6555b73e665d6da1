"""Names that begin with their owner's: cut in two or kept."""

from __future__ import annotations

import pytest

from tui.analysis.edges import Name
from tui.analysis.founders import split_owners


def _names(*forms: tuple[str, str]) -> list[Name]:
    found, place = [], 0
    for text, label in forms:
        words = tuple(text.split())
        found.append(Name(place, place + len(words), "person" if label == "p" else "organisation", words))
        place += len(words) + 1
    return found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Delgado 's Harrow Mills", ["Delgado", "Harrow Mills"]),
        ("Victor Delgado ’s Mills", ["Victor Delgado", "Mills"]),
        ("Delgado and Harrow", ["Delgado", "Harrow"]),
        ("Delgado and Marek", ["Delgado and Marek"]),  # both are founders
        ("Delgado and Wicks", ["Delgado and Wicks"]),  # nothing else is called Wicks
        ("Orrin 's Mills", ["Orrin 's Mills"]),  # nobody is called Orrin
    ],
)
def test_a_name_is_cut_behind_its_owner(text: str, pieces: list[str]) -> None:
    others = _names(("Victor Delgado", "p"), ("Nora Marek", "p"), ("Harrow", "o"))
    start = others[-1].last + 1
    words = tuple(text.split())
    found = split_owners([*others, Name(start, start + len(words), "organisation", words)])[3:]
    assert [" ".join(name.words) for name in found] == pieces
    assert [name.label for name in found][: len(pieces) - 1] == ["person"] * (len(pieces) - 1)
    assert all(name.last - name.first == len(name.words) for name in found)

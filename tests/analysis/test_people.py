"""People: found, merged and given their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis, Person

pytestmark = pytest.mark.model


def person(analysis: Analysis, name: str) -> Person:
    """The one person of that name."""
    (found,) = [p for p in analysis.people if p.name == name]
    return found


def test_a_surname_and_a_title_belong_to_the_full_name(analyser: Analyser) -> None:
    text = (
        "Harbour Minister Ingrid Solberg opened the new pier on Monday. Solberg said the pier had cost too much. "
        "Mrs. Solberg, 61, will leave office in May."
    )
    analysis = analyser.analyse(make_document(text))
    assert [p.name for p in analysis.people] == ["Ingrid Solberg"]
    solberg = person(analysis, "Ingrid Solberg")
    assert solberg.roles == ("Harbour Minister",)
    assert [text[m.span.start : m.span.end] for m in solberg.mentions if m.kind == "name"] == [
        "Ingrid Solberg",
        "Solberg",
        "Solberg",
    ]


def test_the_people_of_the_bundled_article_are_each_there_once(seed_analysis: Analysis) -> None:
    assert sorted(p.name for p in seed_analysis.people) == [
        "Adolf Hitler", "Alejandro Mayorkas", "Alicia Barcena", "Andres Manuel Lopez Obrador", "Andrew Rudman",
        "Antony Blinken", "Donald Trump", "Joe Biden", "Ken Salazar", "Luis Garcia Villagran",
    ]  # fmt: skip

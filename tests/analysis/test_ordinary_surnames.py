"""People whose surname is an ordinary word are found wherever they are called by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


def mentions(analyser: Analyser, text: str, name: str) -> list[str]:
    document = make_document(text)
    person = next(person for person in analyser.analyse(document).people if person.name == name)
    return [document.text[m.span.start - 5 : m.span.end + 6] for m in person.mentions if m.kind == "name"]


def test_a_surname_that_is_a_word_is_found_where_it_stands_as_a_name(analyser: Analyser) -> None:
    text = (
        "The harbour has a new head\n\nOn Monday Ann Cook took the harbour over. To the crews Cook is a stranger. "
        "They told her. Cook said she would listen. Nobody had asked Cook about it. The cook of one ship laughed."
    )
    found = mentions(analyser, text, "Ann Cook")
    assert len(found) == 4
    assert not any("cook" in words for words in found)


def test_the_word_is_no_name_where_the_text_uses_it_as_a_word(analyser: Analyser) -> None:
    text = (
        "The harbour has a new head\n\nOn Monday Ann Page took the harbour over. Its page on the web says so, and a "
        "page in the paper. Page one was hers. Another page followed. The crews had never heard of her."
    )
    assert len(mentions(analyser, text, "Ann Page")) == 1


def test_a_number_behind_it_makes_it_a_page(analyser: Analyser) -> None:
    text = (
        "The harbour has a new head\n\nOn Monday Ann Page took the harbour over. To the crews Page is a stranger. "
        "Nobody had asked Page about it. It was all told on the front, and again in Page 3 of the plan."
    )
    assert not any("3" in words for words in mentions(analyser, text, "Ann Page"))


def test_quotes_are_given_to_them(analyser: Analyser) -> None:
    text = (
        "The harbour has a new head\n\nOn Monday Ned Page took the harbour over. Ann Orr told Page of the ice, and she "
        "warned Page twice.\n\n“That is no news to me!” Page replied. “Who let you in?”"
    )
    quotes = [quote for quote in analyser.analyse(make_document(text)).quotes if quote.kind == "direct"]
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["Ned Page", "Ned Page"]

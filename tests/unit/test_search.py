"""Words are found as they are meant: case when asked for, accents, quotes and line breaks never in the way."""

from __future__ import annotations

import pytest

from tui.errors import ReaderError
from tui.ingest.plain import make_document
from tui.ui.search import find_pattern, find_words, fold, fuzzy

TEXT = (
    "Lo\u0301pez and López met Lopez.\n\nThe mayor said “no deal” — and “no\ndeal” again.\n\n"
    "A LOPEZ is a lopez. It’s so. Co\xadoperation.\n"
)
DOCUMENT = make_document(TEXT)


def found(query: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in find_words(DOCUMENT, query).spans]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("lopez", ["Lo\u0301pez", "López", "Lopez", "LOPEZ", "lopez"]),
        ("Lopez", ["Lo\u0301pez", "López", "Lopez"]),
        ("López", ["Lo\u0301pez", "López", "Lopez"]),
        ('"no deal"', ["“no deal”", "“no\ndeal”"]),
        ("it's", ["It’s"]),
        ("deal” -", ["deal” —"]),
        ("cooperation", ["Co\xadoperation"]),
        ("[a-z]", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found_as_they_are_meant(query: str, hits: list[str]) -> None:
    assert found(query) == hits


def test_offsets_stay_those_of_the_text() -> None:
    assert len(fold(TEXT)) == len(TEXT)
    assert fold("Größe ﬁn Ångström") == "Große fin Angstrom".replace("fin", "fn", 1)


def test_regular_expression_is_case_smart_and_says_what_is_wrong_with_it() -> None:
    assert len(find_pattern(DOCUMENT, r"\blopez\b").spans) == 3
    assert len(find_pattern(DOCUMENT, r"\bLopez\W").spans) == 1
    assert find_pattern(DOCUMENT, "x*").spans == ()
    with pytest.raises(ReaderError, match="No regular expression"):
        find_pattern(DOCUMENT, "(")


def test_regular_expression_is_given_no_more_than_its_time() -> None:
    import time

    assert find_pattern(DOCUMENT, "lopez", patience=0).cut
    endless = make_document("a" * 40 + "!\n")
    began = time.monotonic()
    assert find_pattern(endless, "(a|aa)+$", patience=0.2).cut
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("query", "words", "matches"),
    [
        ("obrador", "Andrés Manuel López Obrador", True),
        ("lopez obr", "Andrés Manuel López Obrador", True),
        ("obrdr", "López Obrador", True),
        ("amlo", "Andrés Manuel López Obrador", False),
        ("bdn", "Joe Biden", True),
        ("xq", "Joe Biden", False),
        ("", "Joe Biden", True),
        ("se", "a quay where nobody stays", False),
    ],
)
def test_filter_takes_nearly_right_letters_but_not_any(query: str, words: str, matches: bool) -> None:
    assert fuzzy(query, words) is matches

"""Paragraphs are tagged as a reader would name them, and a text is fixed once."""

from __future__ import annotations

import pytest

from tui.errors import ReaderError
from tui.ingest.display import safe
from tui.ingest.plain import decode, make_document, open_document


def kinds(text: str) -> list[str]:
    return [paragraph.kind for paragraph in make_document(text).paragraphs]


def test_head_of_an_article_is_told_apart() -> None:
    text = (
        "River breaks its banks\n\nBy Ann Lee\n\nA boat on Main Street. Image: AFP\n\n"
        "LEEDS, England (Reuters) — Water stood in the streets on Monday.\n\nWhat comes next\n\n"
        "More rain is due.\n\nRead more"
    )
    assert kinds(text) == ["title", "byline", "caption", "body", "heading", "body", "boilerplate"]
    facts = make_document(text).facts
    assert (facts.title, facts.byline) == ("River breaks its banks", "Ann Lee")
    assert (facts.place, facts.agency) == ("LEEDS, England", "Reuters")


def test_repeated_paragraph_points_to_its_first() -> None:
    document = make_document("One line here.\n\nAnother line.\n\nOne line here.")
    assert [paragraph.duplicate_of for paragraph in document.paragraphs] == [None, None, 0]


def test_seed_says_what_it_is(seed) -> None:  # type: ignore[no-untyped-def]
    assert seed.facts.agency == "AP"
    assert seed.facts.place == "MEXICO CITY, Mexico"
    assert [p.kind for p in seed.paragraphs[:4]] == ["title", "title", "standfirst", "caption"]
    assert seed.paragraphs[5].duplicate_of == 2
    assert seed.paragraphs[-1].kind == "boilerplate"


def test_hard_wrapped_text_has_blocks_for_paragraphs() -> None:
    line = "a line of words that goes on until it is broken at a column by mail\n"
    document = make_document(line * 4 + "\n" + line * 4)
    assert len(document.paragraphs) == 2


def test_text_is_kept_exactly_as_read() -> None:
    text = "Tabs\tand  spaces,\r\ncarriage returns \x1b[31m and marks “so”.\n"
    assert make_document(text).text == text


@pytest.mark.parametrize(
    ("data", "text"), [(b"caf\xc3\xa9 au lait", "café au lait"), ("café".encode("utf-16"), "café")]
)
def test_encodings_are_read(data: bytes, text: str) -> None:
    assert decode(data, "x").lstrip("\ufeff") == text


def test_old_encoding_is_guessed() -> None:
    words = (
        "Le président a déclaré à l’Assemblée que la réforme serait votée cet été, malgré les réserves exprimées. " * 5
    )
    assert "président a déclaré" in decode(words.encode("cp1252"), "x")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b" \n ", "'x' is empty."), (b"\x7fELF\x00\x01", "'x' is not a text file; pullquote reads plain text.")],
)
def test_bad_input_is_said_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(ReaderError) as caught:
        decode(data, "x")
    assert caught.value.message == message


def test_missing_file_and_folder_are_said_in_a_sentence(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReaderError, match="There is no file"):
        open_document(str(tmp_path / "none.txt"))
    with pytest.raises(ReaderError, match="is a folder"):
        open_document(str(tmp_path))


def test_safe_text_has_the_same_length_and_no_control() -> None:
    hostile = "a\x1b]52;c;AAAA\x07b\x9b31m\u202ec\x00\x7f\ttab[/b]\ud800"
    shown = safe(hostile)
    assert len(shown) == len(hostile)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in shown)
    assert "[/b]" in shown

"""Paragraphs are tagged as a reader would name them, and a text is fixed once."""

from __future__ import annotations

import re

import pytest

from tui.errors import ReaderError
from tui.ingest.display import safe
from tui.ingest.plain import decode, make_document, open_document
from tui.ingest.structure import kind_of


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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ferry Talks Stir Doubts About Ties With the U.S.", "title"),
        ("The ferry brought him to the U.S.", "body"),
        ("Rain Fell in the Whole North All Night.", "body"),
    ],
)
def test_headline_may_end_with_an_abbreviation(line: str, kind: str) -> None:
    assert kinds(f"{line}\n\nWater stood in the streets on Monday.")[0] == kind


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


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement - story continues below", "Comments (12)", "Facebook Twitter WhatsApp Email", "3 min read",
        "RELATED: Ferry to run all year", "You may also like", "More from The Harbour Courier", "Tags: river, flood",
        "We use cookies to improve your experience. By continuing you accept our policy.",
        "Privacy policy | Terms of use",
        "Support our journalism by subscribing today.", "Get the latest news delivered to your inbox", "Read more",
        "By signing up, you agree to our terms and privacy policy.", "Previous article: Bakery wins prize", "Copy link",
    ],
)  # fmt: skip
def test_furniture_of_a_page_is_not_the_article(line: str) -> None:
    assert kind_of(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Support for the plan has grown, the mayor said.", "More from him later, she said.", "Top of the list is rain.",
        "By continuing the talks, both sides hope for peace.", "Tags were put on forty seals in May.",
        "Privacy policy experts said the law went too far.", "Next story was the hardest to write, she said.",
        "Email and print are both dying, he said.", "Related diseases were found in two herds, the ministry said.",
    ],
)  # fmt: skip
def test_sentence_that_begins_like_furniture_is_the_article(line: str) -> None:
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("27 December 2023", "2023-12-27"), ("Published: Dec. 27, 2023", "2023-12-27"), ("2023-12-27", "2023-12-27"),
        ("Wednesday, December 27, 2023 at 10:15 a.m. EST", "2023-12-27"), ("Updated on 3 Sept 2021", "2021-09-03"),
    ],
)  # fmt: skip
def test_line_with_the_date_is_no_heading_and_dates_the_article(line: str, date: str) -> None:
    document = make_document(f"River rises\n\n{line}\n\nThe bridge is closed.")
    assert [paragraph.kind for paragraph in document.paragraphs] == ["title", "dateline", "body"]
    assert document.facts.published == date


def test_date_in_figures_alone_is_left_to_the_reader() -> None:
    assert make_document("River rises\n\nPublished 3/4/2023\n\nThe bridge is closed.").facts.published is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Der Fluss ist am Montag über die Ufer getreten, und die Stadt hat in der Nacht die Brücke für den Verkehr "
         "gesperrt, wie die Polizei mit den Leuten vom Wasserwerk am Morgen sagte.", "de"),
        ("El río se desbordó el lunes después de tres días de lluvia, y la ciudad cerró el puente por la noche, según "
         "dijo la alcaldesa en una rueda de prensa con los bomberos.", "es"),
        ("Река вышла из берегов", None),
        ("В понедельник река вышла из берегов после трёх дней дождя, и город закрыл мост на ночь, как сказала мэр на "
         "встрече с журналистами и пожарными, а вода всё ещё стоит на улицах, и её не стало меньше.", "ru"),
        ("月曜日に川があふれ、町は夜に橋を閉じたと市長は記者会見で述べた。", "ja"),
        ("Smith 4, Jones 3; Kowalski 6, Nguyen 2; Garcia 7, Müller 5; Rossi 6, Dubois 4; Ivanov 6, Novak 1; "
         "Silva 6, Santos 3; Tanaka 6, Sato 4; Kim 7, Park 6; Olsen 6, Berg 2; Haas 6, Vogel 0", None),
    ],
)  # fmt: skip
def test_language_is_named_only_where_the_words_leave_no_doubt(words: str, code: str | None) -> None:
    assert make_document(words).facts.language == code


def test_furniture_is_looked_for_wherever_its_pattern_can_begin() -> None:
    from re import _constants, _parser  # type: ignore[attr-defined]

    from tui.ingest.structure import _BOILERPLATE, _FURNITURE

    def beginnings(items: list[object], before: str = "") -> set[str]:
        """What the letters can be that a match begins with; a character that is no letter ends them."""
        if not items or not (before.isalpha() or not before):
            return {before}
        (operation, argument), rest = items[0], list(items[1:])  # type: ignore[misc]
        if operation is _constants.LITERAL:
            return beginnings(rest, before + chr(argument).lower())
        if operation is _constants.BRANCH:
            return {b for branch in argument[1] for b in beginnings([*branch, *rest], before)}
        if operation is _constants.SUBPATTERN:
            return beginnings([*argument[3], *rest], before)
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            once = beginnings([*argument[2], *rest], before)
            return once | (beginnings(rest, before) if argument[0] == 0 else set())
        if operation is _constants.AT:
            return beginnings(rest, before) if not before else {before + " "}
        if operation is _constants.IN:  # digits and other classes; letters follow none of them at the start
            return {before + ("1" if (_constants.CATEGORY, _constants.CATEGORY_DIGIT) in argument else " ")}
        return {before + " "}

    found = beginnings(list(_parser.parse(_BOILERPLATE.replace("^", ""), 2)))
    letters = {re.match(r"[^\W\d_]*", beginning).group() for beginning in found}  # type: ignore[union-attr]
    assert letters - {""} == _FURNITURE
    assert {beginning[0] for beginning in found if not beginning[0].isalpha()} <= set("©(1")

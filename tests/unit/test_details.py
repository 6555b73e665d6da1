"""What a reader sets for an article stays with it, and two readers at once are both heard."""

from __future__ import annotations

import subprocess
import sys

import pytest
from articles import KNOWN, TEXT, article

from tui.domain.text import Facts, Found
from tui.errors import ReaderError
from tui.library.details import Details, details_of, keep_details, store_path, with_details


def test_details_are_found_again_by_the_text_alone() -> None:
    keep_details(TEXT, Details(title=" A better title ", published="2024-03"))
    assert details_of(TEXT) == Details(title="A better title", published="2024-03")
    assert details_of(TEXT + "more") == Details()
    assert with_details(article()).facts.title == "A better title"
    assert with_details(article()).facts.agency == "AP"


def test_what_is_set_later_leaves_the_rest_as_it_was() -> None:
    keep_details(TEXT, Details(title="One", byline="Ann Lee"))
    keep_details(TEXT, Details(title="Two"))
    assert details_of(TEXT) == Details(title="Two", byline="Ann Lee")


def test_a_fact_can_be_said_to_be_missing() -> None:
    assert Details(title="").over(Facts(title="Wrong", agency="AP")) == Facts(agency="AP")


def test_what_the_reader_set_is_told_apart_from_what_was_found() -> None:
    found = (Found("title", "the first line"), Found("agency", "the dateline"))
    facts = Details(title="Better").over(Facts(title="Wrong", agency="AP", found=found))
    assert facts.where("title") == Found("title", "set by you")
    assert facts.where("agency") == Found("agency", "the dateline")


def test_an_article_without_details_is_the_same_article() -> None:
    document = article(KNOWN)
    assert with_details(document) is document


def test_sentences_are_not_split_again_for_new_facts() -> None:
    document = article()
    assert document.with_facts(KNOWN).sentences == document.sentences
    sentences = document.sentences
    assert document.with_facts(KNOWN).sentences is sentences


@pytest.mark.parametrize("details", [Details(published="03/2024"), Details(url="ftp://x"), Details(url="https://x y")])
def test_what_is_no_date_or_address_is_refused(details: Details) -> None:
    with pytest.raises(ReaderError):
        keep_details(TEXT, details)
    assert details_of(TEXT) == Details()


def test_a_damaged_store_is_told_of_and_not_thrown_away() -> None:
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"not a database, but perhaps somebody's work" * 40)
    with pytest.raises(ReaderError, match="cannot be read"):
        details_of(TEXT)
    with pytest.raises(ReaderError, match="cannot be kept"):
        keep_details(TEXT, Details(title="One"))
    assert store_path().read_bytes().startswith(b"not a database")


def test_readers_who_write_at_once_are_all_heard() -> None:
    script = (
        "import sys; from tui.library.details import *\n"
        "for n in range(20): keep_details(sys.argv[1], Details(**{sys.argv[2]: f'{sys.argv[2]} {n}'}))"
    )
    names = ("title", "byline", "publication")
    readers = [subprocess.Popen([sys.executable, "-c", script, TEXT, name]) for name in names]
    assert [reader.wait(60) for reader in readers] == [0, 0, 0]
    assert details_of(TEXT) == Details("title 19", "byline 19", "publication 19")

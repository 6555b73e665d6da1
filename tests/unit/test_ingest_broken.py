"""What cannot be read is said in one sentence that names the file and the fault, with status 1 and no traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus.make import GOOD, make

from tui.cli import main
from tui.domain.text import Document
from tui.errors import ReaderError
from tui.ingest import Choices, open_source
from tui.ingest.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Mapping

BROKEN = Path(__file__).parents[1] / "corpus" / "broken"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The binary files of the corpus."""
    return make(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("empty.html", "is empty"),
        ("blank.txt", "is empty"),
        ("scripts-only.html", "made by scripts"),
        ("truncated.pdf", "damaged or cut off"),
        ("zeros.txt", "a file with zero bytes in it"),
        ("picture.txt", "not an article but a PNG image"),
        ("truncated.xml", "damaged or cut off"),
        ("no-entries.xml", "has no entries"),
        ("truncated.warc", "damaged or cut off"),
        ("picture-only.eml", "has no text"),
        ("broken-encrypted.pdf", "encrypted with a password"),
        ("broken-scan.pdf", "pages are pictures"),
        ("broken-cut.pdf", "damaged or cut off"),
        ("broken-cut.epub", "damaged or cut off"),
        ("broken-no-contents.epub", "'OEBPS/book.opf' is missing"),
        ("broken-sold.epub", "encrypted by its seller"),
        ("broken-cut.warc.gz", "damaged or cut off"),
        ("broken-no-page.warc", "holds no page"),
        ("broken-office.docx", "a Word document (save it as PDF, HTML or text)"),
    ],
)
def test_broken_file_is_one_sentence_and_status_1(
    made: Mapping[str, Path], name: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made.get(name, BROKEN / name)
    for command in (["analyze", str(path)], ["read", str(path)]):
        assert main(command) == 1
        said = capsys.readouterr().err
        assert says in said
        assert name in said
        assert said.startswith("pullquote: ")
        assert said.count("\n") == 1


def test_chapter_that_unpacks_to_more_than_a_book_is_refused_alone(made: Mapping[str, Path]) -> None:
    book = open_source(str(made["broken-bomb.epub"]))
    assert isinstance(book, Choices)
    with pytest.raises(ReaderError, match="larger than 32 MB"):
        book.entries[0].open()
    assert isinstance(book.entries[1].open(), Document)


def test_200_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as file:
        file.write(b"<html><body><p>")
        file.truncate(200 << 20)
    with pytest.raises(ReaderError, match="larger than 64 MB"):
        open_source(str(huge))


@pytest.mark.parametrize("name", ["news.html", "letter.eml", "feed.xml", "feed.atom", "notes.md", "newsletter.eml"])
def test_file_cut_anywhere_is_read_or_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    data = (GOOD / name).read_bytes()
    for share in range(1, 20):
        cut = tmp_path / name
        cut.write_bytes(data[: len(data) * share // 20])
        try:
            opened = open_source(str(cut))
        except ReaderError as error:
            assert error.message.count("\n") == 0
        else:
            assert isinstance(opened, Choices) or opened.text.strip()


@pytest.mark.parametrize("name", ["report.pdf", "book.epub", "pages.warc", "pages.warc.gz", "saved.mht"])
def test_binary_file_with_a_fault_anywhere_is_read_or_refused_in_a_sentence(
    made: Mapping[str, Path], name: str, tmp_path: Path
) -> None:
    data = made[name].read_bytes()
    for share in range(1, 16):
        at = len(data) * share // 16
        for fault in (data[:at], data[:at] + b"\xff\x00\xff" + data[at + 3 :]):
            broken = tmp_path / name
            broken.write_bytes(fault)
            try:
                opened = open_source(str(broken))
                if isinstance(opened, Choices):
                    for entry in opened.entries:
                        entry.open()
            except ReaderError as error:
                assert error.message.count("\n") == 0


def test_page_that_nests_without_end_is_read(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    page.write_text("<html><body>" + "<div>" * 20_000 + "<p>The ferry runs.</p>", encoding="utf-8")
    try:
        opened = open_source(str(page))
    except ReaderError:
        return
    assert isinstance(opened, Document)


def test_entities_of_a_feed_do_not_grow_or_read_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    feed = tmp_path / "feed.xml"
    entities = "".join(f'<!ENTITY {n} "{what * 1000}">' for n, what in (("a", "x"), ("b", "&a;"), ("c", "&b;")))
    feed.write_text(
        f'<?xml version="1.0"?><!DOCTYPE r [{entities}<!ENTITY f SYSTEM "file://{secret}">]>'
        '<rss version="2.0"><channel><title>t</title><item><title>One &f; &c;</title>'
        "<description>Words of the entry that are no secret, and enough of them to be read at all.</description></item>"
        "</channel></rss>",
        encoding="utf-8",
    )
    try:
        opened = open_source(str(feed))
    except ReaderError:
        return
    assert isinstance(opened, Choices)
    assert "secret words" not in opened.entries[0].title
    assert len(opened.entries[0].title) < 10_000


@pytest.mark.parametrize(
    "head",
    [
        b"<!---->" * 1100 + b"z",
        b"<!-- " * 1600,
        b"<!DOCTYPE [" * 700,
        b"<?xml " + b"<!" * 4000,
        b"<?xml?>" + b"<!A [>" * 999,
    ],
)
def test_head_made_to_hold_up_a_pattern_does_not(head: bytes) -> None:
    assert sniff(head) in ("text", "html")  # by an exponential pattern, not within a lifetime


def test_page_too_large_to_be_weighed_is_taken_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tui.ingest.html._MOST", 10)
    monkeypatch.setattr("tui.ingest.html._extract", lambda *_: pytest.fail("it is weighed all the same"))
    page = tmp_path / "long.html"
    page.write_text("<main>" + "<p>The ferry runs on Monday.</p><p>It is full.</p>" * 20 + "</main>", encoding="utf-8")
    opened = open_source(str(page))
    assert isinstance(opened, Document)
    assert opened.text.count("The ferry runs on Monday.") == 20

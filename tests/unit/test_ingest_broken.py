"""What cannot be read is said in one sentence that names the file and the fault, with status 1 and no traceback."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus.make import CHAPTERS, GOOD, epub, make, warc

from tui.cli import main
from tui.domain.text import Document
from tui.errors import ReaderError
from tui.ingest import Choices, open_source, pdf, pdf_child
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
    made: Mapping[str, Path], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_answer", pdf_child.read)  # thirty processes would take their time
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


@pytest.mark.parametrize("ends", ["import os; os.abort()", "bytearray(4 << 30)", "print('no answer')"])
def test_pdf_that_brings_its_reader_down_is_refused_in_a_sentence(
    made: Mapping[str, Path], ends: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        f"import importlib.util, sys\nspec = importlib.util.spec_from_file_location('own', {pdf_child.__file__!r})\n"
        "own = importlib.util.module_from_spec(spec)\nsys.modules['own'] = own\nspec.loader.exec_module(own)\n"
        f"def read(data):\n    {ends}\nown.read = read\nown.main() if {ends!r}[:5] != 'print' else read(b'')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(pdf, "_CHILD", child)
    with pytest.raises(ReaderError, match="is damaged, or takes more memory or time to read than any article"):
        open_source(str(made["report.pdf"]))


def test_pdf_of_too_many_pages_is_refused_and_not_cut_off_in_silence(
    made: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_answer", pdf_child.read)
    monkeypatch.setattr(pdf_child, "MAX_PAGES", 2)
    with pytest.raises(ReaderError, match="too large for an article"):
        open_source(str(made["report.pdf"]))


def test_packed_archive_does_not_unpack_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.ingest.warc.MAX_RECORD", 1 << 20)
    page = (GOOD / "news.html").read_bytes()
    good = warc([("https://courier.example/river", page, "text/html")], packed=True)
    endless = gzip.compress(b"WARC/1.0\r\nWARC-Type: " + b"x" * (8 << 20))  # a line of a header, as warcio reads it
    archive = tmp_path / "bomb.warc.gz"
    archive.write_bytes(endless + good)
    opened = open_source(str(archive))
    assert isinstance(opened, Document)
    assert opened.facts.title == "River breaks its banks"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"0" * (66 << 20)), "holds more than 64 MB"),
        (gzip.compress(b"The ferry runs.")[:-9], "damaged or cut off"),
        (gzip.compress(gzip.compress(b"The ferry runs.")), "not an article"),
        (b"\x1f\x8b nothing", "damaged or cut off"),
    ],
    ids=["large", "cut", "packed twice", "no gzip"],
)
def test_packed_file_is_bounded_and_its_faults_are_told(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "story.txt.gz"
    file.write_bytes(data)
    with pytest.raises(ReaderError, match=says):
        open_source(str(file))


def test_mail_that_nests_without_end_is_refused_in_a_sentence(tmp_path: Path) -> None:
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(1200))
    mail = tmp_path / "deep.eml"
    mail.write_bytes(b"From: ann@courier.example\nSubject: x\nMIME-Version: 1.0\n" + parts)
    with pytest.raises(ReaderError, match="damaged"):
        open_source(str(mail))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_book_that_names_one_part_again_and_again_has_it_once(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(epub(CHAPTERS[:1] * 50))
    assert isinstance(open_source(str(book)), Document)


def test_declarations_of_a_chapter_are_no_part_of_its_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    data = epub([("one.xhtml", "1. One", "<p>The ferry &f; runs.</p>")])
    inner = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(inner, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("one.xhtml"):
                part = f'<!DOCTYPE html [<!ENTITY f SYSTEM "file://{secret}">]>'.encode() + part.partition(b"?>")[2]
            new.writestr(name, part)
    book = tmp_path / "book.epub"
    book.write_bytes(inner.getvalue())
    opened = open_source(str(book))
    assert isinstance(opened, Document)
    assert "secret words" not in opened.text and "]>" not in opened.text
    assert opened.text.startswith("The ferry")

"""Every kind of input becomes a document: words, structure, facts; by its content, whatever it is called."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus.make import make

from tui.domain.text import Document
from tui.errors import ReaderError
from tui.ingest import CLIPBOARD, Choices, open_several, open_source
from tui.ingest.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Mapping

CORPUS = Path(__file__).parents[1] / "corpus"
GOOD = CORPUS / "good"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The binary files of the corpus."""
    return make(tmp_path_factory.mktemp("corpus"))


def document(path: Path | str) -> Document:
    opened = open_source(str(path))
    assert isinstance(opened, Document)
    return opened


def choices(path: Path | str) -> Choices:
    opened = open_source(str(path))
    assert isinstance(opened, Choices)
    return opened


def outline(opened: object) -> list[tuple[str, str]]:
    assert isinstance(opened, Document)
    return [(p.kind, opened.slice(p.span)) for p in opened.paragraphs]


def kinds(opened: Document) -> list[str]:
    return [paragraph.kind for paragraph in opened.paragraphs]


def where(opened: Document, fact: str) -> str:
    found = opened.facts.where(fact)
    assert found is not None
    return found.where


def test_page_gives_its_article_alone_with_its_structure() -> None:
    page = document(GOOD / "news.html")
    assert kinds(page) == [
        "title", "standfirst", "caption", "body", "body", "pullquote", "heading", "body", "list", "list",
        "table", "table", "table", "body",
    ]  # fmt: skip
    assert not any(
        word in page.text for word in ("cookies", "Most read", "Weather", "All rights", "color", "NewsArticle")
    )
    assert "Weir Lane | 4.2 m" in page.text
    assert "residents’ association" in page.text
    assert page.paragraphs[5].duplicate_of == 4


def test_page_states_its_facts_and_where_they_stand() -> None:
    page = document(GOOD / "news.html")
    facts = page.facts
    assert (facts.title, facts.byline, facts.published) == (
        "River breaks its banks",
        "Ann Lee, Tomas Reyes",
        "2024-03-05",
    )
    assert (facts.publication, facts.agency, facts.place) == ("The Harbour Courier", "Reuters", "HOLMBRIDGE, England")
    assert (facts.url, facts.language) == ("https://courier.example/news/river-breaks-its-banks", "en")
    assert where(page, "byline") == "the page's structured data"
    assert where(page, "place") == "the dateline"
    assert all(found.sure for found in facts.found)


def test_fact_that_a_page_does_not_state_is_a_guess_to_check() -> None:
    page = document(GOOD / "bare.html")
    assert page.facts.title == "A note on the ferry"
    found = page.facts.where("title")
    assert found is not None and not found.sure
    assert kinds(page) == ["title", "body", "body"]


def test_markdown_loses_its_marks_and_keeps_its_structure() -> None:
    notes = document(GOOD / "notes.md")
    assert kinds(notes) == ["title", "body", "heading", "list", "list", "body", "table", "table", "table"]
    assert "The ferry to Stray Island will run twice a day from May, the harbour master said." in notes.text
    assert "alert" not in notes.text
    assert notes.facts.byline == "Mara Lindqvist, Ola Brandt"
    assert notes.facts.published == "2024-05-17"


def test_mail_is_read_without_what_it_quotes_and_signs_with() -> None:
    letter = document(GOOD / "letter.eml")
    assert kinds(letter) == ["title", "body", "body", "body", "boilerplate", "boilerplate"]
    assert letter.facts.title == "Ferry to run all year – what it means"
    assert (letter.facts.byline, letter.facts.published) == ("Mara Lindqvist", "2024-05-17")
    assert "Ångström" in letter.text


def test_newsletter_shows_what_a_reader_was_meant_to_see() -> None:
    letter = document(GOOD / "newsletter.eml")
    assert kinds(letter) == ["title", "body", "body", "boilerplate"]
    assert "Preview" not in letter.text


def test_feed_is_a_list_of_entries_and_its_own_text_opens_at_once() -> None:
    feed = choices(GOOD / "feed.xml")
    assert (feed.title, feed.noun) == ("The Harbour Courier", "entries")
    assert [entry.title for entry in feed.entries] == ["Bakery wins & keeps its prize", "Ferry to run all year"]
    entry = feed.entries[0].open()
    assert [kind for kind, _ in outline(entry)] == ["title", "body", "body"]
    assert isinstance(entry, Document)
    assert (entry.facts.byline, entry.facts.published, entry.facts.url) == ("Ann Lee", "2024-03-05", None)
    assert "no()" not in entry.text
    assert choices(GOOD / "feed.atom").entries[0].detail == "2024-03-05 · Ola Brandt"


def test_pdf_is_joined_across_lines_and_pages_without_its_running_heads(made: Mapping[str, Path]) -> None:
    report = document(made["report.pdf"])
    assert kinds(report) == ["title", "body", "body", "heading", "body", "list", "list", "body"]
    assert "Work on the embankment, which has cost forty-two million pounds, was" in report.text
    assert "would be asked to look at the plans before anybody laid" in report.text
    assert "until Thursday at the earliest." in report.text
    assert not any(word in report.text for word in ("Flood report", "Page 2"))
    assert report.facts.title == "River breaks its banks"
    found = report.facts.where("published")
    assert found is not None and not found.sure  # the date of a file is not that of its article


@pytest.mark.parametrize("name", ["book.epub", "old.epub", "fonts-hidden.epub"])
def test_book_is_a_list_of_chapters(made: Mapping[str, Path], name: str) -> None:
    book = choices(made[name])
    assert (book.title, book.noun) == ("The Wall at Weir Lane", "chapters")
    assert [entry.title for entry in book.entries] == ["1. The rain", "2. The wall"]
    chapter = book.entries[1].open()
    assert outline(chapter)[0] == ("title", "The wall")
    assert isinstance(chapter, Document)
    assert (chapter.facts.title, chapter.facts.publication) == ("2. The wall", "The Wall at Weir Lane")
    assert chapter.facts.byline == "Ann Lee"


def test_book_of_one_chapter_opens_at_once(made: Mapping[str, Path]) -> None:
    assert document(made["one-chapter.epub"]).facts.title == "The Wall at Weir Lane"


def test_archive_lists_its_pages_and_opens_its_only_one(made: Mapping[str, Path]) -> None:
    archive = choices(made["pages.warc"])
    assert [entry.title for entry in archive.entries] == [
        "https://courier.example/river",
        "https://courier.example/ferry",
    ]
    page = document(made["pages.warc.gz"])
    assert page.facts.byline == "Ann Lee, Tomas Reyes"
    assert page.facts.accessed == "2024-03-05"


def test_page_saved_by_a_browser_is_read_as_that_page(made: Mapping[str, Path]) -> None:
    assert document(made["saved.mht"]).text == document(GOOD / "news.html").text


def test_packed_file_is_what_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "news.html.gz"
    file.write_bytes(gzip.compress((GOOD / "news.html").read_bytes()))
    opened = open_source(str(file))
    assert isinstance(opened, Document)
    assert opened.facts.title == "River breaks its banks"


def test_mail_with_mails_attached_is_a_list_of_them(tmp_path: Path) -> None:
    letter = (GOOD / "letter.eml").read_bytes()
    mail = tmp_path / "forwarded.eml"
    mail.write_bytes(
        b"From: Bo Lin <bo@courier.example>\nTo: ann@courier.example\nSubject: Look at this\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: text/plain\n\nSee below.\n--outer\n"
        b"Content-Type: message/rfc822\n\n" + letter + b"\n--outer--\n"
    )
    mails = open_source(str(mail))
    assert isinstance(mails, Choices)
    assert (mails.title, mails.noun, mails.entries[0].detail) == ("Look at this", "mails", "this mail · Bo Lin")
    own, attached = (entry.open() for entry in mails.entries)
    assert isinstance(own, Document) and isinstance(attached, Document)
    assert own.text == "Look at this\n\nSee below."
    alone = open_source(str(GOOD / "letter.eml"))
    assert isinstance(alone, Document)
    assert attached.text == alone.text


def test_mail_whose_text_is_attached_is_read_all_the_same(tmp_path: Path) -> None:
    mail = tmp_path / "story.eml"
    mail.write_bytes(
        b"From: bo@courier.example\nTo: ann@courier.example\nSubject: Story\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain; name=story.txt\n"
        b"Content-Disposition: attachment; filename=story.txt\n\nThe ferry will run, said Ann Lee.\n--cut--\n"
    )
    opened = open_source(str(mail))
    assert isinstance(opened, Document)
    assert opened.text.endswith("The ferry will run, said Ann Lee.")


def test_content_decides_where_the_name_lies(made: Mapping[str, Path]) -> None:
    assert document(made["page.pdf"]).text == document(GOOD / "news.html").text
    assert document(made["really-a-pdf.txt"]).text == document(made["report.pdf"]).text


def test_old_charset_of_a_page_is_honoured(made: Mapping[str, Path]) -> None:
    assert document(made["old-charset.html"]).text == document(GOOD / "news.html").text
    assert document(made["utf16.txt"]).text.lstrip("\ufeff") == "The ferry – “all year” – will run."


def test_wrapped_text_is_joined_to_paragraphs_and_stays_as_it_was_read() -> None:
    wrapped = document(GOOD / "wrapped.txt")
    assert kinds(wrapped) == ["title", "byline", "dateline", "body", "body", "body"]
    assert wrapped.text == (GOOD / "wrapped.txt").read_text(encoding="utf-8")
    assert (wrapped.facts.published, wrapped.facts.agency) == ("2024-03-05", "Reuters")
    assert where(wrapped, "published") == "the line with the date"


def test_other_language_is_known_by_its_words() -> None:
    french = document(GOOD / "french.txt")
    assert french.facts.language == "fr"
    assert kinds(french) == ["title", "body", "body"]


def test_folder_lists_what_may_be_articles(tmp_path: Path, made: Mapping[str, Path]) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.html").write_bytes((GOOD / "news.html").read_bytes())
    (tmp_path / "A.txt").write_text("One sentence here.", encoding="utf-8")
    (tmp_path / "book.epub").write_bytes(made["book.epub"].read_bytes())
    for other in ("picture.png", ".hidden.txt", "program.py"):
        (tmp_path / other).write_text("x", encoding="utf-8")
    folder = choices(tmp_path)
    assert [entry.title for entry in folder.entries] == ["A.txt", "book.epub", "deep/b.html"]
    assert isinstance(folder.entries[1].open(), Choices)
    with pytest.raises(ReaderError, match="no file in the folder"):
        (tmp_path / "empty").mkdir()
        open_source(str(tmp_path / "empty"))


def test_files_of_a_folder_stand_in_the_order_of_their_figures_and_none_is_left_out_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("page 10.txt", "page 2.txt", "Page 1.md", ".hidden.txt", "picture.png", "deep/er/page 3.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The ferry runs.", encoding="utf-8")
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    listed = open_source(str(tmp_path))
    assert isinstance(listed, Choices)
    names = ["deep/er/page 3.html", "Page 1.md", "page 2.txt", "page 10.txt"]
    assert [entry.title for entry in listed.entries] == names
    assert listed.title == str(tmp_path)
    monkeypatch.setattr("tui.ingest.folder.MOST", 3)
    listed = open_source(str(tmp_path))
    assert isinstance(listed, Choices)
    assert [entry.title for entry in listed.entries] == names[:3]
    assert listed.title == f"{tmp_path} (the first 3 of 4)"


def test_several_inputs_are_a_list_and_one_bad_does_not_cost_the_others() -> None:
    several = open_several([str(GOOD / "wrapped.txt"), "no such file", str(GOOD / "feed.xml")])
    assert isinstance(several, Choices)
    assert [entry.title for entry in several.entries][1] == "no such file"
    assert isinstance(several.entries[0].open(), Document)
    with pytest.raises(ReaderError, match="There is no file"):
        several.entries[1].open()


def test_standard_input_may_be_any_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (GOOD / "news.html").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    opened = open_source("-")
    assert isinstance(opened, Document)
    assert opened.facts.title == "River breaks its banks"


def test_clipboard_gives_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.ingest.clipboard.read_clipboard", lambda: "A river rose.\n\nNobody was hurt.")
    opened = open_source(CLIPBOARD)
    assert isinstance(opened, Document)
    assert len(opened.paragraphs) == 2


def test_page_without_its_scheme_is_pointed_out() -> None:
    with pytest.raises(ReaderError, match=r"write 'https://courier\.example/river'"):
        open_source("courier.example/river")


def test_pull_quote_of_a_plain_text_repeats_its_sentence() -> None:
    from tui.ingest.plain import make_document

    text = (
        "River rises\n\nMore rain is due, the mayor said. “We have never seen anything like it,” she said.\n\n"
        "“We have never seen anything like it”\n\nThe bridge is closed.\n\n“Nobody asked us on the island”"
    )
    opened = make_document(text)
    assert kinds(opened) == ["title", "body", "pullquote", "body", "heading"]
    assert opened.paragraphs[2].duplicate_of == 1


def page(body: str, head: str = "") -> Document:
    from tui.ingest.html import open_html

    return open_html(f"<html lang='de'><head>{head}</head><body><article>{body}</article></body></html>", "a.html")


PROSE = "<p>The ferry to the island will run twice a day from May, the harbour master said on Friday at noon.</p>" * 4


def test_language_of_the_words_wins_over_that_of_the_template() -> None:
    assert page(PROSE).facts.language == "en"


@pytest.mark.parametrize(
    ("byline", "author", "sure"),
    [
        ("By Ann Lee", "Ann Lee", True),
        ("By Ann Lee and Tomas Reyes | 5 March 2024", "Ann Lee and Tomas Reyes", True),
        ("Ann Lee, Harbour Correspondent", None, False),
    ],
)
def test_byline_of_a_page_that_says_by_is_sure(byline: str, author: str | None, sure: bool) -> None:
    facts = page(f"<h1>Ferry to run</h1><p class='byline'>{byline}</p>{PROSE}").facts
    found = facts.where("byline")
    assert author is None or facts.byline == author
    assert found is None or found.sure == sure


def test_author_note_is_no_byline() -> None:
    from tui.domain.text import Facts, Paragraph, Span
    from tui.ingest.facts import facts_of_text
    from tui.ingest.plain import make_document

    text = "Ann Lee is a reporter at the Daily Courier."
    assert facts_of_text(text, (Paragraph(Span(0, len(text)), "byline"),), Facts()).byline is None
    assert make_document("River rises\n\nBy Ann Lee\n\nIt is closed.").facts.byline == "Ann Lee"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry to run | The Courier</title><meta property='og:site_name' content='The Courier'>",
         "Ferry to run"),
        ("<title>Ferry to run - by sea</title>", "Ferry to run - by sea"),
        ("<script type='application/ld+json'>{broken</script><meta property='og:title' content='Ferry'>", "Ferry"),
        ("<script type='application/ld+json'>[{\"@type\": [\"NewsArticle\"], \"headline\": \"A &amp; B\"}]</script>",
         "A & B"),
    ],
)  # fmt: skip
def test_title_is_the_headline_without_the_site(head: str, title: str) -> None:
    assert page(PROSE, head).facts.title == title


def test_address_of_another_site_is_no_canonical_one() -> None:
    from tui.ingest.html import open_html

    text = f"<html><head><link rel='canonical' href='https://other.example/a'></head><body>{PROSE}</body></html>"
    assert open_html(text, "a", url="https://courier.example/b?utm=1").facts.url == "https://courier.example/b?utm=1"
    own = text.replace("other.example/a", "www.courier.example/b")
    assert open_html(own, "a", url="https://courier.example/b?utm=1").facts.url == "https://www.courier.example/b"


def test_hidden_text_and_code_are_no_part_of_a_page() -> None:
    hidden = "<p style='display: none'>Secret words</p><div hidden>More secret words</div><script>secret()</script>"
    assert "ecret" not in page(f"{PROSE}{hidden}<style>.secret {{}}</style>").text


@pytest.mark.parametrize(
    ("data", "name", "media", "kind"),
    [
        (b"<!-- saved --><!DOCTYPE html><p>x", "a.txt", "", "html"),
        (b"\xef\xbb\xbf<html>", "", "", "html"),
        (b'<?xml version="1.0"?><!-- c --><feed xmlns="a">', "", "text/html", "feed"),
        (b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="a">', "", "", "feed"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html>', "", "", "html"),
        (b"Return-Path: <a@b>\r\nReceived: from x\r\n\tby y\r\nSubject: z\r\n\r\nHello", "", "", "mail"),
        (b"From: the river to the sea\n\nThe walk is long.", "a.txt", "", "text"),
        (b"Note: this is\nDate: tomorrow\n\nplain text", "", "", "text"),
        (b"# One\n\nSee [the page](https://a.example).", "", "", "markdown"),
        (b"# One\n\nSee [the page](https://a.example).", "a.txt", "", "text"),
        (b"Plain words < more words", "a.html", "", "html"),
        (b"Plain words", "", "text/html; charset=utf-8", "html"),
        (b"5 < 6 and other sums", "", "", "text"),
        (b"PK\x03\x04 zip", "a.epub", "", "other"),
    ],
)
def test_kind_is_told_by_content_then_by_name(data: bytes, name: str, media: str, kind: str) -> None:
    assert sniff(data, name, media) == kind


def test_plain_text_needs_no_library_of_another_kind() -> None:
    code = (
        "import sys\nfrom tui.ingest import open_source\n"
        f"assert open_source({str(GOOD / 'wrapped.txt')!r}).facts.title\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "trafilatura",
        "lxml",
        "pypdfium2",
        "feedparser",
        "warcio",
        "markdown_it",
        "urllib3",
        "zipfile",
        "email",
        "ssl",
    }
    assert not heavy & set(done.stdout.split())

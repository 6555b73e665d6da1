"""What a page's layout says is what its reader sees: no mark of a note in a figure, no box in the article."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from tui.domain.text import Document
from tui.ingest import open_source
from tui.ingest.html import _drop_link_cells, open_html
from tui.ingest.plain import make_document

PAGES = Path(__file__).parents[1] / "corpus" / "pages" / "html"


def page(name: str) -> Document:
    document = open_source(str(PAGES / f"{name}.html"))
    assert isinstance(document, Document)
    return document


def kinds(document: Document) -> dict[str, str]:
    return {document.slice(p.span)[:40]: p.kind for p in document.paragraphs}


def test_parts_of_a_page_are_what_its_layout_says() -> None:
    assert kinds(page("german-regional")) == {
        "Hochwasser an der Selde: Pegel sinkt lan": "title",
        "Nordheim": "boilerplate",
        "Nach drei Tagen Dauerregen entspannt sic": "standfirst",
        "Am Pegel Nordheim wurden am Dienstag 4,1": "caption",
        "Nordheim. Das Wasser der Selde geht zurü": "body",
        "„Wir sind noch nicht über den Berg“, sag": "body",
        "Rund 120 Helfer der Feuerwehr und des Te": "body",
        "Bahnstrecke bleibt gesperrt": "heading",
        "Die Strecke nach Altenfelde ist bis mind": "body",
        "Die Schäden an den Feldern schätzt das L": "body",
    }


def test_heading_whose_words_the_text_takes_up_stays_a_heading() -> None:
    assert kinds(page("blog-engine"))["“Nobody came to look”"] == "heading"


def test_box_that_asks_for_an_address_is_no_part_of_the_article() -> None:
    found = kinds(page("hashed-classes"))
    assert found["Every weekend, news and ideas for going "] == "boilerplate"
    assert found["“People do not hate travelling,” said it"] == "body"


def test_parts_of_a_caption_do_not_run_together() -> None:
    assert "the depot at Calder. Credit... Sanna Lindroos for" in page("hashed-classes").text


def test_page_laid_out_by_tables_loses_its_menus_and_says_its_facts() -> None:
    document = page("table-layout")
    facts = document.facts
    assert facts.title == "Council drops plan to cut down the limes of Castle Road"
    assert (facts.byline, facts.published, facts.publication) == ("Agnes O'Dowd", "2003-10-03", "The Lantern Weekly")
    assert "Farm prices" not in document.text and "Choir seeks tenors" not in document.text
    assert document.text.count(facts.title) == 1


def test_cell_of_links_in_a_table_of_figures_stays() -> None:
    towns = ("Calder", "Verrin", "Sorn")
    rows = "".join(f"<tr><td>{town}</td><td><a>Ann</a> <a>Bo</a> <a>Cy</a></td></tr>" for town in towns)
    tree = lxml.html.document_fromstring(f"<article><h1>Who won</h1><table>{rows}</table></article>")
    _drop_link_cells(tree)
    assert "Ann" in tree.text_content()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('since 2013.<sup id="r1"><a href="#n1">1</a></sup> It', "since 2013. It"),
        ('of 40<a href="#fn2"><sup>2</sup></a> boats', "of 40 boats"),
        ('in 1990<sup class="reference"><a href="#cite_note-4">[4]</a></sup> and', "in 1990 and"),
        ('in 1990<a href="#cite_note-4">[4]</a> and', "in 1990 and"),
        ('of 7<a role="doc-noteref" href="#n">*</a>.', "of 7."),
        ('The end. <a href="#r1">↩</a>', "The end."),
        ("an area of 5 m<sup>2</sup> at", "an area of 5 m2 at"),
        ('see chapter <a href="#c4">4</a> for', "see chapter 4 for"),
        ('in <a href="/year/1990">1990</a> and', "in 1990 and"),
        ('see <a href="#x">the note</a> below', "see the note below"),
    ],
)
def test_mark_of_a_note_is_no_part_of_the_figure_before_it(markup: str, text: str) -> None:
    words = "The town was counted, said the mayor, as it has been since the war, street by street. "
    document = open_html(f"<article><h1>The town</h1><p>{words}{markup}</p><p>{words * 3}</p></article>", "")
    assert text in document.text


@pytest.mark.parametrize(
    ("byline", "author", "published"),
    [
        ("By Agnes O'Dowd, 3 October 2003", "Agnes O'Dowd", "2003-10-03"),
        ("By Ann Lee | The Courier", "Ann Lee", None),
        ("By Ann Lee, Friday, March 3, 2024", "Ann Lee", "2024-03-03"),
        ("By Ann Lee · 2024-03-05", "Ann Lee", "2024-03-05"),
        ("By Marisol Friday", "Marisol Friday", None),
        ("By Ann Lee and Bo Lin, Associated Press", "Ann Lee and Bo Lin, Associated Press", None),
    ],
)
def test_byline_that_goes_on_to_the_date_names_the_author_alone(
    byline: str, author: str, published: str | None
) -> None:
    facts = make_document(f"Ferry runs all winter\n\n{byline}\n\nThe ferry runs, said the mayor.\n").facts
    assert (facts.byline, facts.published) == (author, published)


def test_address_in_figures_is_no_publication() -> None:
    assert (
        open_html("<p>The ferry runs, said the mayor of it.</p>", "", url="http://127.0.0.1:80/x").facts.publication
        is None
    )


@pytest.mark.parametrize("mark", ["«", "|", "–"])
def test_heading_that_names_the_paper_is_no_headline(mark: str) -> None:
    words = "<p>Three more wells have run dry in the valley, where no rain has fallen for 74 days, the union says.</p>"
    facts = open_html(
        f"<title>Three more wells run dry {mark} The Tal Observer</title><div><h1>The Tal Observer</h1></div>"
        f"<div><h2>Three more wells run dry</h2>{words * 3}</div>",
        "",
    ).facts
    assert (facts.title, facts.publication) == ("Three more wells run dry", "The Tal Observer")

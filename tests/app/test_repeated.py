"""What is repeated or foreign takes one dimmed row until it is wanted, and its findings are counted once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from tui.domain.findings import Analysis, Mention, Number, Person, Quote
from tui.domain.once import counted_once
from tui.domain.text import Document, Facts, Found, Span
from tui.ingest.plain import make_document
from tui.ui.app import ReaderApp
from tui.ui.widgets.article_view import ArticleView, Target

LONG = "Mayor Ruth Ellery said that forty people had slept in the hall while the river rose, and that nobody was hurt."
TEXT = f"River rises\n\n{LONG}\n\nThe bridge is closed to all traffic.\n\n{LONG}\n\nSign up for our newsletter"


def mention(document: Document, words: str, start: int = 0) -> Mention:
    at = document.text.index(words, start)
    return Mention(Span(at, at + len(words)), document.sentence_at(at), "name")


@pytest.fixture
def document() -> Document:
    """An article with a paragraph in it twice."""
    return make_document(TEXT)


@pytest.fixture
def analysis(document: Document) -> Analysis:
    """What stands in both copies of the paragraph."""
    second = TEXT.rindex(LONG)
    people = (
        Person("Ruth Ellery", ("Mayor",), (mention(document, "Ellery"), mention(document, "Ellery", second))),
        Person("Nobody Else", (), (mention(document, "nobody", second),)),
    )
    quotes = tuple(
        Quote(Span(at, at + 20), "indirect", document.sentence_at(at), (Span(at, at + 20),), None, None)
        for at in (TEXT.index("forty people"), TEXT.rindex("forty people"))
    )
    numbers = tuple(
        Number(Span(at, at + 5), document.sentence_at(at), "count", 40)
        for at in (TEXT.index("forty"), TEXT.rindex("forty"))
    )
    return Analysis(people, (), quotes, numbers)


def test_findings_of_a_repeated_paragraph_are_counted_once(document: Document, analysis: Analysis) -> None:
    once = counted_once(document, analysis)
    assert [(person.name, len(person.mentions)) for person in once.people] == [("Ruth Ellery", 1), ("Nobody Else", 1)]
    assert once.quotes == analysis.quotes[:1]
    assert once.numbers == analysis.numbers[:1]


def test_article_without_repetitions_keeps_everything(analysis: Analysis) -> None:
    other = make_document(TEXT.replace(LONG, LONG + " Again.", 1))
    assert counted_once(other, analysis) is analysis


def test_quote_that_stands_only_in_a_pull_quote_stays(document: Document, analysis: Analysis) -> None:
    paragraphs = [replace(p, kind="pullquote") if n == 3 else p for n, p in enumerate(document.paragraphs)]
    pulled = Document(document.text, tuple(paragraphs))
    only = replace(analysis, quotes=analysis.quotes[1:], numbers=())
    assert counted_once(pulled, only).quotes == only.quotes


class View(App[None]):
    """An app of nothing but the article."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document

    def compose(self) -> ComposeResult:
        yield ArticleView(self.document, id="article")


def lines(view: ArticleView) -> list[str]:
    return [view.render_line(y).text.strip() for y in range(view.size.height)]


async def test_repeated_paragraph_takes_one_row_until_it_is_unfolded(document: Document) -> None:
    app = View(document)
    async with app.run_test(size=(50, 24)):
        view = app.query_one(ArticleView)
        folded = [line for line in lines(view) if line.startswith("Mayor Ruth Ellery")]
        assert len(folded) == 2
        assert not folded[0].endswith("…") and folded[1].endswith(" …")
        assert len(folded[1]) <= 46
        before = sum(map(bool, lines(view)))
        view.fold(False)
        assert not any(line.endswith("…") for line in lines(view))
        assert sum(map(bool, lines(view))) == before + 2
        view.fold(True)
        assert sum(map(bool, lines(view))) == before


async def test_finding_in_a_folded_paragraph_unfolds_it(document: Document) -> None:
    app = View(document)
    async with app.run_test(size=(50, 24)) as pilot:
        view = app.query_one(ArticleView)
        at = TEXT.rindex("nobody was hurt")
        sentence = document.sentences[document.sentence_at(at)].span
        view.show(Target(sentence, (Span(at, at + 6),)))
        await pilot.pause()
        assert sum("nobody was hurt" in line for line in " ".join(lines(view)).split("closed")) == 2
        assert not any(line.endswith("…") for line in lines(view))


async def test_place_stays_when_what_is_above_is_unfolded() -> None:
    many = make_document("\n\n".join([LONG, *[LONG] * 30, *(f"Line {n} of the article is here." for n in range(60))]))
    app = View(many)
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.go_to(many.text.index("Line 20 "))
        await pilot.pause()
        top = lines(view)[0]
        view.fold(False)
        await pilot.pause()
        assert lines(view)[0] == top


async def test_key_unfolds_and_says_so(document: Document, analysis: Analysis) -> None:
    app = ReaderApp(document, analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        assert len(app.reader.analysis.people[0].mentions) == 1
        await pilot.press("e")
        assert "shown in full" in app.reader.note
        assert not app.reader.article.folded
        await pilot.press("e")
        assert app.reader.article.folded


async def test_guessed_facts_are_to_be_checked_and_a_language_is_said(analysis: Analysis) -> None:
    facts = Facts(
        "River", byline="Ann Lee", found=(Found("byline", "a guess", False), Found("title", "a guess", False))
    )
    document = make_document(TEXT, facts=facts)
    app = ReaderApp(document, analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.reader.doubts == "please check the author and the title"
    app = ReaderApp(make_document(TEXT, facts=replace(facts, language="fr")), Analysis())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.reader.note.startswith("In French")

"""Mixed quotes outside of the screen: citations, reports and data never set the reporter's words in marks."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import mixed
import pytest

from tui.analysis.mixed_quotes import fold_fragments
from tui.citation import cite, words
from tui.domain.contract import findings_from_dict, findings_to_dict
from tui.domain.findings import Quote
from tui.domain.once import counted_once
from tui.export.analysis import as_csv, as_markdown
from tui.export.report import write_report

SENTENCE = f"Dana Whitlock said {mixed.MIXED}."


def test_what_own_words_are() -> None:
    whole, _, reported, partial = mixed.analysis(mixed.document()).quotes
    assert whole.holds_own_words
    assert whole.own_words == (mixed.span("absurd"),)
    assert not reported.holds_own_words
    assert reported.own_words == ()
    assert partial.own_words == (partial.span,)
    headline = replace(reported, segments=(reported.span,))
    assert headline.own_words == ()


def test_the_data_says_that_a_quote_is_mixed_and_is_read_again() -> None:
    analysis = mixed.analysis(mixed.document())
    data = findings_to_dict(analysis)
    assert [quote["mixed"] for quote in data["quotes"]] == [True, True, False, False]
    assert findings_from_dict(data) == analysis
    for quote in data["quotes"]:
        del quote["mixed"]
    assert not any(quote.mixed for quote in findings_from_dict(data).quotes)


def test_a_citation_has_the_sentence_with_its_marks_and_says_that_it_is_quoted_in_part() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    quote = analysis.quotes[0]
    assert words(article, analysis, quote) == SENTENCE
    first, second = cite(article, analysis, quote).split("\n")
    assert first == SENTENCE
    assert second.startswith("— Dana Whitlock, mayor, quoted in part in “")


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "chicago-notes", "harvard"])
@pytest.mark.parametrize("marks", ["“”", "‘’"])
def test_prose_styles_set_no_marks_around_the_reporters_words(style: str, marks: str) -> None:
    from tui.ingest.plain import make_document

    article = make_document(mixed.TEXT.translate(str.maketrans("“”", marks)))
    text = cite(article, mixed.analysis(mixed.document()), mixed.analysis(mixed.document()).quotes[0], style)
    opening, closing = marks
    assert "Dana Whitlock, mayor, quoted in part:\n\nDana Whitlock said the plan" in text
    assert f"{opening}absurd{closing} and would not pass" in text


def test_a_fragment_is_said_to_be_one_wherever_it_is_cited_or_exported() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    fragment = analysis.quotes[3]
    assert cite(article, analysis, fragment).startswith("“a farce”\n— Dana Whitlock, mayor, quoted in part in “")
    assert cite(article, analysis, fragment, "apa").startswith("Dana Whitlock, mayor, quoted in part: “a farce” (")
    assert "- “a farce” — Dana Whitlock (in part, ¶ 3)" in as_markdown(article, analysis, "a")
    second_half = replace(fragment, continues=True)  # “If so,” she said, “a farce.”
    assert cite(article, analysis, second_half, "apa").startswith("Dana Whitlock, mayor: “a farce” (")


def test_exports_tell_the_fragment() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    rows = list(csv.DictReader(io.StringIO(as_csv(article, analysis, "a"))))
    quotes = [row for row in rows if row["finding"] == "quote"]
    assert [quote["detail"] for quote in quotes] == [
        "named; in marks: “absurd”", "named; cue: denied; in marks: “half empty”", "named", "named",
    ]  # fmt: skip
    assert [quote["own_words"] for quote in quotes] == ["“absurd”", "“half empty”", "", ""]
    assert f"- {mixed.MIXED} — Dana Whitlock (in part, ¶ 2)" in as_markdown(article, analysis, "a")


def test_the_report_lists_it_among_the_quotes_without_marks_around_it() -> None:
    article = mixed.document()
    out = io.StringIO()
    write_report(article, mixed.analysis(article), out, width=100)
    quotes, reported = out.getvalue().split("Quotes: 3")[1].split("Reported speech, in the article's words: 1")
    assert f"1. {mixed.MIXED}\n" in quotes
    assert "Dana Whitlock, in part, paragraph 2." in quotes
    assert mixed.REPORTED in reported.split("Numbers")[0]


def test_a_pull_quote_of_a_fragment_is_no_second_quote() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    pulled = replace(article.paragraphs[-1], kind="pullquote")
    article = replace(article, paragraphs=(*article.paragraphs[:-1], pulled))
    again = Quote(analysis.quotes[3].span, "direct", analysis.quotes[3].sentence, (), None, None)
    clause = replace(analysis.quotes[0], segments=(mixed.span("absurd"),))
    same = replace(article, text=article.text.replace("a farce", "absurd "))
    assert again in counted_once(article, replace(analysis, quotes=(clause, again))).quotes
    assert again not in counted_once(same, replace(analysis, quotes=(clause, again))).quotes


def test_a_long_fragment_is_not_told_beside_the_clause_that_tells_it_with_a_short_one() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    long = mixed.span("to sell the night ferry and its")
    fragment = Quote(long, "partial", 1, (long,), analysis.quotes[0].speaker, analysis.quotes[0].cue)
    clause = replace(analysis.quotes[0], segments=(long, mixed.span("absurd")))
    both = replace(analysis, quotes=(clause, fragment))
    assert counted_once(article, both).quotes == (clause,)
    assert as_markdown(article, both, "a").count("to sell the night ferry") == 1
    reported = replace(clause, mixed=False)  # hidden at first: then the fragment has to tell it
    assert counted_once(article, replace(analysis, quotes=(reported, fragment))).quotes == (reported, fragment)


def test_only_fragments_of_the_same_speaker_are_folded() -> None:
    article = mixed.document()
    clause = replace(mixed.analysis(article).quotes[0], segments=(), mixed=False)
    assert clause.cue is not None
    own = mixed.span("absurd")
    fragment = Quote(own, "partial", clause.sentence, (own,), clause.speaker, clause.cue)
    (folded,) = fold_fragments(article, [clause, fragment])
    assert folded == replace(clause, segments=(own,), mixed=True)
    assert clause.speaker is not None
    for other in (
        replace(fragment, speaker=replace(clause.speaker, person=None, name="Tomas Brandt")),
        replace(fragment, speaker=None),
        replace(fragment, cue=None),
        replace(fragment, cue=mixed.span("denied")),
        replace(fragment, kind="direct"),
    ):
        kept = fold_fragments(article, [clause, other])
        assert other in kept
        assert not kept[0].mixed


def test_turns_of_a_transcript_and_headlines_fold_nothing() -> None:
    article = mixed.document()
    clause = replace(mixed.analysis(article).quotes[0], mixed=False)
    own = mixed.span("absurd")
    fragment = Quote(own, "partial", clause.sentence, (own,), clause.speaker, clause.cue)
    for whole in (replace(clause, cue=None), replace(clause, segments=(clause.span,))):
        assert fold_fragments(article, [whole, fragment]) == (whole, fragment)

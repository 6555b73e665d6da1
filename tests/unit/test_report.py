"""The plain report holds what the panes show, line by line, safe, in any encoding."""

from __future__ import annotations

import io

from tui.domain.findings import Analysis, Candidate, Mention, Number, Person, Quote, Speaker
from tui.domain.text import Span
from tui.export.analysis import as_csv, as_markdown
from tui.export.report import write_report
from tui.ingest.plain import make_document
from tui.ingest.stand_ins import plain_text, register

TEXT = (
    "The quay is closed\n\nMarta Ruiz, the harbour master, closed the quay on Monday.\n\n"
    "“It had to be,” she said. “Nobody asked.”\n\nSome 40 boats [bold]wait\x1b]52;c;QQ\x07[/bold] outside.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


DOCUMENT = make_document(TEXT, "quay.txt")
SHE = Speaker("Marta Ruiz", 0, None, "she", span("she"), "pronoun")
FINDINGS = Analysis(
    people=(Person("Marta Ruiz", ("harbour master",), (Mention(span("Marta Ruiz"), 1), Mention(span("she"), 2))),),
    quotes=(
        Quote(span("It had to be,"), "direct", 2, (span("It had to be,"),), SHE, span("said")),
        Quote(span("Nobody asked."), "direct", 3, (), None, None, (Candidate("Marta Ruiz", 0),)),
    ),
    numbers=(Number(span("Some 40 boats"), 4, "count", 40, approximate=True, counts="boats"),),
)


def report(width: int = 80) -> str:
    out = io.StringIO()
    write_report(DOCUMENT, FINDINGS, out, width=width)
    return out.getvalue()


def test_every_finding_is_told_in_words_with_its_paragraph() -> None:
    lines = report().splitlines()
    assert lines[0] == "The quay is closed"
    for said in (
        "People: 1", "1. Marta Ruiz", "   harbour master. 2 mentions, paragraphs 2 and 3", "Organisations: none found",
        "1. “It had to be,”", "   Marta Ruiz, by “she”, paragraph 3.",
        "   Unattributed, perhaps Marta Ruiz, paragraph 3.", "1. Some 40 boats",
    ):  # fmt: skip
        assert said in lines


def test_lines_keep_to_the_width_and_nothing_trails() -> None:
    for width in (30, 80):
        for line in report(width).splitlines():
            assert len(line) <= width
            assert line == line.rstrip()


def test_article_text_is_literal_and_cannot_steer_a_terminal() -> None:
    said = report()
    assert "[bold]wait␛]52;c;QQ␇[/bold]" in said
    assert "\x1b" not in said


def test_what_an_encoding_lacks_is_stood_in_for_at_the_same_width() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors=register())
    out.write("“é” — 3 ≥ 2… │北")
    out.flush()
    assert raw.getvalue() == b'"e" - 3 > 2. |??'
    assert len(plain_text("“Größe” ▌ ¶")) == len("“Größe” ▌ ¶")


def test_a_text_without_title_from_standard_input_is_called_so() -> None:
    out = io.StringIO()
    write_report(make_document("it rained.", "-"), Analysis(), out, width=80)
    assert out.getvalue().splitlines()[0] == "standard input"


def test_a_figure_that_another_contradicts_says_so_with_its_paragraph() -> None:
    text = "Police said 12 quay workers were hurt.\n\nA nurse said that 14 quay workers were hurt.\n"
    document = make_document(text, "quay.txt")
    numbers = tuple(
        Number(Span(text.index(str(value)), text.index(str(value)) + 2), n, "count", value, counts="quay workers")
        for n, value in enumerate((12, 14))
    )
    out = io.StringIO()
    write_report(document, Analysis(numbers=numbers), out, width=80)
    assert "   quay workers, paragraph 1; differs from 14 in paragraph 2." in out.getvalue().splitlines()
    markdown = as_markdown(document, Analysis(numbers=numbers), "")
    assert "- 14: quay workers; differs from 12 in ¶ 1 (¶ 2)" in markdown


def test_exports_say_what_befell_the_people_counted() -> None:
    toll = Number(span("40 boats"), 4, "count", 40, counts="people", about="dead")
    assert "40 boats: 40, people dead (" in as_markdown(DOCUMENT, Analysis(numbers=(toll,)), "")
    assert as_csv(DOCUMENT, Analysis(numbers=(toll,)), "").endswith("40 boats,40,count,people dead,40,,,,,,,\n")


def test_a_figure_given_twice_is_told_once_with_both_places() -> None:
    text = "The quay cost 4,120 crowns.\n\nIt rained.\n\nIt cost 4,120 crowns, they say, or 12%.\n"
    document = make_document(text, "quay.txt")
    places = (text.index("4,120"), text.rindex("4,120"))
    numbers = tuple(Number(Span(at, at + 5), n * 2, "count", 4120, counts="crowns") for n, at in enumerate(places))
    share = Number(Span(text.index("12%"), text.index("12%") + 3), 2, "percent", 12)
    found = Analysis(numbers=(*numbers, share))
    out = io.StringIO()
    write_report(document, found, out, width=80)
    told = out.getvalue().splitlines()
    assert "Numbers: 2" in told
    assert told[told.index("1. 4,120") + 1] == "   crowns, 2 times, paragraphs 1 and 3."
    assert told[told.index("2. 12%") + 1] == "   Paragraph 3."  # the value says no more
    markdown = as_markdown(document, found, "")
    assert "- 4,120: crowns (2×, ¶ 1, ¶ 3)" in markdown
    assert markdown.count("4,120") == 1

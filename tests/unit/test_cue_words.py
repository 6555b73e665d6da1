"""A cue that says more than "said" goes with what is reported wherever that is told."""

from __future__ import annotations

import io

import pytest

from tui.domain.cue_words import telling
from tui.domain.findings import Analysis, Quote, Speaker
from tui.domain.text import Span
from tui.export.analysis import as_csv, as_markdown
from tui.export.report import write_report
from tui.ingest.plain import make_document

CLAUSE = "that the weir was cracked"


def reported(cue: str) -> tuple[str, Quote]:
    """A sentence by Ann Moss with the cue and the clause, and the quote that it makes."""
    text = f"Ann Moss {cue} {CLAUSE}."
    at, verb = text.index(CLAUSE), text.index(cue)
    name = Span(0, len("Ann Moss"))
    quote = Quote(
        span=Span(at, at + len(CLAUSE)),
        kind="indirect",
        sentence=0,
        segments=(),
        speaker=Speaker("Ann Moss", None, None, "Ann Moss", name, "named", 0.95),
        cue=Span(verb, verb + len(cue)),
        candidates=(),
    )
    return text, quote


@pytest.mark.parametrize("cue", ["denied", "did not say", "couldn’t say", "declined to say", "never told", "warned"])
def test_what_was_not_said_is_told_with_its_cue(cue: str) -> None:
    text, quote = reported(cue)
    document, analysis = make_document(text), Analysis(quotes=(quote,))
    assert telling(quote, document) == f"{cue} "
    assert f"{cue} {CLAUSE}" in as_markdown(document, analysis, "a.txt")
    assert f"cue: {cue}" in as_csv(document, analysis, "a.txt")
    out = io.StringIO()
    write_report(document, analysis, out)
    assert f"{cue} {CLAUSE}" in " ".join(out.getvalue().split())


@pytest.mark.parametrize("cue", ["said", "went on to say", "told reporters"])
def test_a_cue_that_only_says_so_is_left_out(cue: str) -> None:
    text, quote = reported(cue)
    document = make_document(text)
    assert telling(quote, document) == ""
    assert f"- {CLAUSE} — Ann Moss (reported, ¶ 1)" in as_markdown(document, Analysis(quotes=(quote,)), "a.txt")

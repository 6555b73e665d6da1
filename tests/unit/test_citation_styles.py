"""What the prose styles print for an article, held against what citeproc-js prints for the same items."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.citation import apa, chicago, harvard, mla
from tui.citation.source import Day, Name, Source, parse_day, parse_names
from tui.citation.wording import double_marks, single_marks, title_case

EXPECTED = json.loads(Path(__file__).with_name("citation_expectations.json").read_text(encoding="utf-8"))
STYLES = {
    "apa": (apa.in_text, apa.entry),
    "mla": (mla.in_text, mla.entry),
    "chicago": (chicago.in_text, chicago.entry),
    "chicago-notes": (chicago.note, chicago.bibliography),
    "harvard": (harvard.in_text, harvard.entry),
}


def source(item: dict[str, Any]) -> Source:
    def day(name: str) -> Day | None:
        return Day(*item[name]["date-parts"][0]) if name in item else None

    names = [
        Name(a["literal"]) if "literal" in a else Name(a["family"], a.get("given", ""), a.get("suffix", ""))
        for a in item.get("author", [])
    ]
    return Source(
        title=item.get("title"),
        authors=tuple(names),
        publication=item.get("container-title"),
        published=day("issued"),
        url=item.get("URL"),
        accessed=day("accessed"),
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["name"])
def test_the_citation_and_the_entry_are_those_of_citeproc(case: dict[str, Any], style: str) -> None:
    cite, entry = STYLES[style]
    article = source(case["item"])
    assert [cite(article, 4), entry(article)] == case[style]


@pytest.mark.parametrize(
    ("style", "cite", "entry"),
    [
        ("apa", "(“Low Tide,” n.d., para. 4)", "Low tide. (n.d.)."),
        ("mla", "(“Low Tide,” par. 4)", "“Low Tide.”"),
        ("chicago", "(“Low Tide,” n.d., para. 4)", "“Low Tide.” n.d."),
        ("chicago-notes", "“Low Tide,” n.d., para. 4.", "“Low Tide.” n.d."),
        ("harvard", "(‘Low tide’, no date, para. 4)", "‘Low tide’ (no date)."),
    ],
)
def test_an_article_of_which_only_the_title_is_known_is_cited_by_it(style: str, cite: str, entry: str) -> None:
    # citeproc sets a title without a publication in italics, which plain text has not, and Harvard loses it
    only = Source(title="Low tide")
    assert (STYLES[style][0](only, 4), STYLES[style][1](only)) == (cite, entry)


def test_an_agency_stands_for_the_author_where_none_is_named_and_is_not_repeated_as_publication() -> None:
    wire = Source(title="Low tide", agency="AFP", publication="Agence France-Presse", published=Day(2023, 5, 3))
    assert apa.entry(wire) == "Agence France-Presse. (2023, May 3). Low tide."


@pytest.mark.parametrize(
    ("title", "in_double", "in_single"),
    [
        ("“We said ‘no’ to it”", "‘We said “no” to it’", "“We said ‘no’ to it”"),
        ("He said “no” to ‘them’", "He said ‘no’ to ‘them’", "He said “no” to “them”"),
        ("Don't panic, it's 'fine'", "Don’t panic, it’s ‘fine’", "Don’t panic, it’s “fine”"),
        ("The '90s: rock 'n' roll", "The ’90s: rock ’n’ roll", "The ’90s: rock ’n’ roll"),
        ('The boys\' "big" day', "The boys’ ‘big’ day", "The boys’ “big” day"),
        ("An unclosed “mark", "An unclosed ‘mark", "An unclosed “mark"),
    ],
)
def test_marks_inside_marks_change_at_every_level(title: str, in_double: str, in_single: str) -> None:
    assert (single_marks(title), double_marks(title)) == (in_double, in_single)


@pytest.mark.parametrize("style", ["apa", "chicago", "chicago-notes", "harvard", "mla"])
def test_article_of_which_nothing_is_known_has_no_entry(style: str) -> None:
    assert STYLES[style][1](Source()) == ""
    assert STYLES[style][1](Source(published=Day(2024), authors=(Name("Okafor", "Grace"),))) != ""


def test_more_than_twenty_authors_are_cut_as_apa_does() -> None:
    many = Source(title="Low tide", authors=tuple(Name(f"Name{n}", "Ann") for n in range(22)))
    assert "Name18, A., . . . Name21, A. (n.d.)" in apa.entry(many)


@pytest.mark.parametrize(
    ("title", "cased"),
    [
        ("Two-year-old hard-won peace is over", "Two-Year-Old Hard-Won Peace Is Over"),
        ("The eBay iPhone app: a test of the times", "The eBay iPhone App: A Test of the Times"),
        ("Storm hits coast – and the dead are counted", "Storm Hits Coast – and the Dead Are Counted"),
        ("Is this it? the answer is no", "Is This It? The Answer Is No"),
        ("Mayor says “the end” is for all", "Mayor Says “the End” Is for All"),
        ("New York–based firm to open 3 shops", "New York–Based Firm to Open 3 Shops"),
        ("What the crew were up to", "What the Crew Were up To"),
        ("STORM HITS COAST", "STORM HITS COAST"),
        ("", ""),
    ],
)
def test_a_headline_gets_the_capitals_of_a_title(title: str, cased: str) -> None:
    assert title_case(title) == cased


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Grace Okafor", [Name("Okafor", "Grace")]),
        ("GRACE OKAFOR", [Name("Okafor", "Grace")]),
        ("Grace Okafor and Per Olof Lindqvist", [Name("Okafor", "Grace"), Name("Lindqvist", "Per Olof")]),
        ("Anna von der Heide, Bo Lin & Sukarno", [Name("von der Heide", "Anna"), Name("Lin", "Bo"), Name("Sukarno")]),
        ("Jean-Paul Diaz, Jr.", [Name("Diaz", "Jean-Paul", "Jr.")]),
        ("Grace Okafor, Associated Press", [Name("Okafor", "Grace")]),
        ("Grace Okafor, Staff Writer", [Name("Okafor", "Grace")]),
        ("The Associated Press", [Name("Associated Press")]),
        ("AP", [Name("Associated Press")]),
        ("Guardian staff and agencies", [Name("Guardian staff and agencies")]),
        ("Our Foreign Staff", [Name("Our Foreign Staff")]),
        ("World Health Organization", [Name("World Health Organization")]),
        ("Staff and agencies", []),
        ("ann@courier.example", []),
        ("Dr. Grace Okafor, Ph.D.", [Name("Okafor", "Grace")]),
        ("Grace Okafor Political editor", [Name("Okafor", "Grace")]),
        ("Grace Okafor, Chief political correspondent", [Name("Okafor", "Grace")]),
        ("Grace Okafor in Paris", [Name("Okafor", "Grace")]),
        ("Grace Okafor, Paris", [Name("Okafor", "Grace")]),
        ("Grace Okafor for The Courier", [Name("Okafor", "Grace")]),
        ("Grace Okafor (@okafor)", [Name("Okafor", "Grace")]),
        ("Grace Okafor, with additional reporting by Bo Lin", [Name("Okafor", "Grace")]),
        ("Reporting by Grace Okafor; editing by Bo Lin", [Name("Okafor", "Grace")]),
        ("Words by Grace Okafor · Pictures by Bo Lin", [Name("Okafor", "Grace")]),
        ("Okafor, Grace", [Name("Okafor", "Grace")]),
        ("de la Cruz, Ana María; Lin, Bo", [Name("de la Cruz", "Ana María"), Name("Lin", "Bo")]),
        ("Sophie in 't Veld", [Name("in 't Veld", "Sophie")]),
        ("佐藤 花子", [Name("佐藤 花子")]),
        ("Анна Петрова", [Name("Петрова", "Анна")]),
        ("Reuters Staff", [Name("Reuters Staff")]),
        ("", []),
    ],
)
def test_a_byline_is_taken_apart_into_names(byline: str, names: list[Name]) -> None:
    assert list(parse_names(byline)) == names


@pytest.mark.parametrize(
    ("given", "initials"), [("J.K.", "J. K."), ("J. K.", "J. K."), ("Jean-Paul", "J.-P."), ("Per Olof", "P. O.")]
)
def test_initials_are_set_apart(given: str, initials: str) -> None:
    assert Name("Rowe", given).initials == initials


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-12-27", Day(2023, 12, 27)),
        ("2023-12-27T08:00:00Z", Day(2023, 12, 27)),
        ("2023-12", Day(2023, 12)),
        ("2023", Day(2023)),
        ("27/12/2023", None),
        ("2023-13-01", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_read_or_left_out_but_never_guessed(text: str, day: Day | None) -> None:
    assert parse_day(text) == day

"""Figures read from sentences: value, unit, bound, change, rate, and what they count."""

from __future__ import annotations

import random
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.growth import growth
from tui.analysis.numbers.context import Context
from tui.analysis.numbers.draft import Draft
from tui.domain.figures import figure, is_position
from tui.domain.findings import Number
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model


def figures(analyser: Analyser, text: str) -> list[Number]:
    return list(analyser.analyse(make_document(text)).numbers)


def only(analyser: Analyser, text: str) -> tuple[Number, str]:
    """The one figure of a sentence that is no date, and its words."""
    found = [n for n in figures(analyser, text) if n.kind not in ("date", "time")]
    assert len(found) == 1, [(n.kind, n.value, text[n.span.start : n.span.end]) for n in found]
    return found[0], text[found[0].span.start : found[0].span.end]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The council paid £3m for the bridge.", 3_000_000, "pound sterling"),
        ("The mill was sold for USD10m.", 10_000_000, "dollar"),
        ("The yard cost $US17,250 to clear.", 17_250, "dollar"),
        ("They raised A$4.5 million for the ferry.", 4_500_000, "australian dollar"),
        ("The farm owed Rs 5 crore.", 50_000_000, "rupee"),
        ("The report puts the bill at PS2.7m.", 2_700_000, "pound sterling"),
        ("It won a grant of 12.5 billion Danish crowns.", 12_500_000_000, "danish krone"),
        ("It won a grant of 300 million kroner.", 300_000_000, "krone"),
        ("The toll is 40 kronor there.", 40, "krona"),
        ("The raffle ticket cost 50 groszy.", 50, "grosz"),
        ("A litre of diesel costs 18 R in the bay.", 18, "south african rand"),
        ("A ticket now costs 1,200€ there.", 1200, "euro"),
        ("The brewer paid 35 lakh rupees for the licence.", 3_500_000, "rupee"),
        ("The loaf costs 3 dollars 50 cents.", 3.5, "dollar"),
        ("The fund lost 120 MEUR.", 120_000_000, "euro"),
        ("The harbour paid three and a half million dollars.", 3_500_000, "dollar"),
    ],
)
def test_money_is_read_with_its_currency(analyser: Analyser, text: str, value: float, unit: str) -> None:
    number, _ = only(analyser, text)
    assert (number.kind, number.value, number.unit) == ("money", value, unit)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The path runs 3.5 km along the dyke.", "quantity", 3.5, "kilometer"),
        ("The keeper is 5 ft 6 in tall.", "quantity", 5.5, "foot"),
        ("A 10-gallon drum leaked overnight.", "quantity", 10, "gallon"),
        ("The tower stands 48m high.", "quantity", 48, "meter"),
        ("Gusts of 70 miles per hour tore the roof off.", "quantity", 70, "mile per hour"),
        ("The plot covers 24703m2.", "quantity", 24703, "square meter"),
        ("The calf weighs two pounds.", "quantity", 2, "pound"),
        ("The oven was heated to 220 degrees Celsius.", "temperature", 220, "celsius"),
        ("The temperature fell to 12 degrees.", "temperature", 12, "degree"),
        ("The lake lay at 4 degrees below zero.", "temperature", -4, "degree"),
        ("The pump runs at 60 deg c.", "temperature", 60, "celsius"),
        ("It was 10.5 celcius in the hold.", "temperature", 10.5, "celsius"),
        ("They waited for an hour and a half.", "duration", 1.5, "hour"),
        ("The strike lasted six weeks.", "duration", 6, "week"),
        ("The ferry is 12 years old.", "age", 12, "year"),
        ("The orphan was aged 9.", "age", 9, "year"),
        ("Turnout was 61.5 per cent.", "percent", 61.5, None),
        ("Support is up half a percentage point.", "percent", 0.5, "percentage point"),
        ("The fee is three quarters of a per cent.", "percent", 0.75, None),
        ("Ice covers fifty percentages of the bay.", "percent", 50, None),
        ("The rate went to a level 25 basis points higher.", "percent", 25, "basis point"),
    ],
)
def test_measures_are_read_with_their_unit(
    analyser: Analyser, text: str, kind: str, value: float, unit: str | None
) -> None:
    number, _ = only(analyser, text)
    assert (number.kind, number.value, number.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 5 and 10% of the hulls leak.", 5, 10),
        ("The fine was $3 billion to $5 billion.", 3e9, 5e9),
        ("The crew grew from 21 to 23.", 21, 23),
        ("There were four to five thousand people.", 4000, 5000),
        ("The pier is 15-22 metres long.", 15, 22),
        ("It takes three or four years.", 3, 4),
        ("The load is larger than forty and less than fifty-five.", 40, 55),
        ("Hundreds of boats were lost.", 100, 1000),
        ("Tens of thousands of birds came back.", 10_000, 100_000),
    ],
)
def test_ranges_have_two_ends(analyser: Analyser, text: str, low: float, high: float) -> None:
    number, _ = only(analyser, text)
    assert (number.value, number.low, number.high) == (None, low, high)


def test_a_chain_of_steps_is_two_ranges(analyser: Analyser) -> None:
    found = figures(analyser, "The toll rises from $110 to $130 to $150.")
    assert [(n.low, n.high) for n in found] == [(110, 130), (130, 150)]


def test_a_change_and_the_level_it_led_to_are_two_figures(analyser: Analyser) -> None:
    by, to = figures(analyser, "Exports to Norway rose 3% to $45 million.")
    assert (by.kind, by.value, by.bound) == ("percent", 3, "up")
    assert (to.kind, to.value, to.bound) == ("money", 45_000_000, None)
    assert by.about == "Exports to Norway"


@pytest.mark.parametrize(
    ("text", "bound", "approximate", "words"),
    [
        ("They met for more than two hours.", "more than", False, "more than two hours"),
        ("At least 40 sheep drowned.", "at least", False, "At least 40"),
        ("Up to 400 people may come.", "at most", False, "Up to 400"),
        ("As many as 14 ships were held.", "at most", False, "As many as 14"),
        ("Some 300 residents were moved.", None, True, "Some 300"),
        ("The fence is nearly 90 miles long.", None, True, "nearly 90 miles"),
        ("Fewer than 3.5 seconds passed.", "less than", False, "Fewer than 3.5 seconds"),
        ("His score was 200 or more.", "at least", False, "200 or more"),
        ("Wheat shed 2.4%.", "down", False, "2.4%"),
        ("The mill cut its prices by a quarter.", "down", False, "a quarter"),
        ("The port raised the toll by 3%.", "up", False, "3%"),
        ("The rowers lost the race by 12 metres.", None, False, "12 metres"),
    ],
)
def test_bounds_and_approximations_belong_to_the_figure(
    analyser: Analyser, text: str, bound: str | None, approximate: bool, words: str
) -> None:
    number, found = only(analyser, text)
    assert (number.bound, number.approximate, found) == (bound, approximate, words)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("One in five wells is dry.", "fraction", 0.2),
        ("Two-thirds of the wells are dry.", "fraction", 2 / 3),
        ("Half a million herrings were landed.", "count", 500_000),
        ("A dozen barges sank.", "count", 12),
        ("The price was nearly double the old one.", "ratio", 2),
        ("The catch was halved.", "ratio", 0.5),
        ("Output grew tenfold.", "ratio", 10),
        ("A couple of barges sank.", "count", 2),
        ("The odds are 3-to-1.", "ratio", 3),
    ],
)
def test_words_for_shares_and_multiples_are_figures(analyser: Analyser, text: str, kind: str, value: float) -> None:
    number, _ = only(analyser, text)
    assert (number.kind, number.value) == (kind, pytest.approx(value))


def test_a_vote_keeps_both_sides(analyser: Analyser) -> None:
    number, _ = only(analyser, "The motion passed on a 52-48 vote.")
    assert (number.kind, number.value, number.words) == ("ratio", None, "52–48")


@pytest.mark.parametrize(
    ("text", "counts", "per"),
    [
        ("The plan would fund 1,300 additional harbour pilots to help.", "additional harbour pilots", None),
        (
            "The number of trawlers leaving port has risen to around 120 per day.",
            "trawlers leaving port",
            "day",
        ),
        ("Dozens of angry ferry passengers slept on deck.", "angry ferry passengers", None),
        ("The shop sells 40 loaves a day.", "loaves", "day"),
        ("The engine is a six-cylinder diesel.", "cylinder", None),
        ("The 12 member panel met.", "member", None),
        ("In all, 300 harbour staff walked out.", "harbour staff", None),
        ("He denies one count of forging the seal of the port.", "count of forging the seal of the port", None),
        ("It would cost “hundreds, if not thousands,” of jobs.", "jobs", None),
        ("Two million shares changed hands.", "shares", None),
    ],
)
def test_what_is_counted_is_said(analyser: Analyser, text: str, counts: str, per: str | None) -> None:
    number, _ = only(analyser, text)
    assert (number.counts, number.per) == (counts, per)


def test_an_elided_noun_is_carried_over(analyser: Analyser) -> None:
    flats, more = figures(analyser, "It will let 315 flats by ballot and 142 to its own workers.")
    assert (flats.counts, more.value, more.counts) == ("flats", 142, "flats")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The mill employs 800 people. It plans to hire 1,200 more.", ["people", "people"]),
        ("The firm sold 4,000 tractors. It expects to sell 5,500.", ["tractors", "tractors"]),
        ("The museum drew 12,000 visitors, against 9,500 a year earlier.", ["visitors", "visitors"]),
        ("He denies one count of theft and three of fraud.", ["count of theft", "counts of fraud"]),
        ("The mill employs 800 people. A fire broke out. In all, it lost 12.", ["people", None]),
        ("The bay has 40 islands. Rain fell on three.", ["islands", None]),
    ],
)
def test_a_noun_left_out_is_found_in_the_words_before(analyser: Analyser, text: str, counts: list[str | None]) -> None:
    assert [number.counts for number in figures(analyser, text)] == counts


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The line earned 2.4 billion kroner. Analysts had expected 1.9 billion.", ["krone", "krone"]),
        ("The yard made €3.2 million, up from 2.1 million a year earlier.", ["euro", "euro"]),
        ("The yard made €3.2 million. It hopes to sell 5,500.", ["euro", None]),
        ("The yard made €3.2 million. It hopes to sell 2 million.", ["euro", None]),
    ],
)
def test_a_currency_left_out_is_found_in_the_words_before(
    analyser: Analyser, text: str, units: list[str | None]
) -> None:
    found = [number for number in figures(analyser, text) if number.kind != "date"]
    assert [number.unit for number in found] == units


def test_low_places_are_kept_in_the_data_and_told_from_high_ranks(analyser: Analyser) -> None:
    first, digits = figures(analyser, "Her first boat came in as the 21st of the fleet.")
    assert (first.kind, first.value, is_position(first)) == ("ordinal", 1, True)
    assert (digits.kind, digits.value, is_position(digits)) == ("ordinal", 21, False)


@pytest.mark.parametrize("text", ["It was a quarter past nine.", "By a quarter to ten the quay was empty."])
def test_a_quarter_of_an_hour_is_no_share(analyser: Analyser, text: str) -> None:
    assert "fraction" not in [number.kind for number in figures(analyser, text)]


_CUT = (
    "Prices fell from $3.5bn to £2.1m (−4.5 %), or “two-and-a-half” times 1.3×10⁶ per cent; one in\u00a0five of the\n"
    "\n1,234,567.8 half-million-dollar, 9/11 12:30:05.5 52–48 votes, aged 5′ 6″, ½ of 3e400 hundred\u2011thousandths.",
    "Rs 5 crore, $$$7,7,7 1/0 0/0 9999999999999999999999 minus-plus -−–3^-9 point five point five of a percent °C 12°F",
    "up to at least more than under half a dozen dozens of tens of thousands, if not millions,, 17- and-year-olds",
    "\u0661\u0662\u0663 \u216b 5\u0307 2\ufe0f\u20e3 \u00b2\u00b3 ten\u200bthousand \U0001d7d9 3\u0000000",
    "no. 1 No.1 the 1 st, 3 rd-4 th",
)


def test_text_cut_anywhere_never_stops_the_reading(analyser: Analyser) -> None:
    cuts = random.Random(7)
    for text in _CUT:
        for _ in range(12):
            at = cuts.randrange(len(text) + 1)
            for piece in (text[:at], text[at:]):
                for number in figures(analyser, piece):
                    assert 0 <= number.span.start < number.span.end <= len(piece)
                    figure(number)


def test_the_age_of_a_person_in_apposition_is_an_age(analyser: Analyser) -> None:
    number, _ = only(analyser, "Maria Keller, 52, said the ferry was late.")
    assert (number.kind, number.value, number.about) == ("age", 52, "Maria Keller")


@pytest.mark.parametrize(
    "text",
    [
        "It is one of the best harbours on the coast.",
        "The one that you mean has sunk.",
        "Call 212-555-0147 for help.",
        "The F-16 flew over the G7 meeting on COVID-19.",
        "She moved to 12 Mill Street.",
        "Install version 2.3.1 of the chart.",
        "The attacks of 9/11 changed the port.",
        "The museum shows films on World War II.",
        "They serve fish 24/7.",
        "She read chapter 7 and drove along Route 66.",
        "He owns an iPhone 11.",
        "Shares of the S&P 500 were mixed.",
        "See https://example.org/2023/45 for more.",
    ],
)
def test_what_is_no_figure_stays_out(analyser: Analyser, text: str) -> None:
    assert figures(analyser, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pier opened on May 4, 1987.", "1987-05-04"),
        ("The pier opened on 4 May 1987.", "1987-05-04"),
        ("The pier opened in October 2019.", "2019-10"),
        ("The pier opened in the 1990s.", "1990/1999"),
        ("The pier opened in Q3 2019.", "2019-07/2019-09"),
        ("The pier was rebuilt in 1998.", "1998"),
        ("The pier opened on 2019-09-01.", "2019-09-01"),
        ("The pier opens at 10.45pm.", "T22:45"),
        ("The pier opens 9-5 on weekdays.", "T09:00/T17:00"),
        ("The pier shut at half past nine in the evening.", "T21:30"),
        ("The pier shut at a quarter to one in the afternoon.", "T12:45"),
        ("The pier shut at nine.", None),
        ("The pier shut at noon.", "T12:00"),
        ("The pier opens on April one.", "--04-01"),
        ("The pier shut at ten past two in the afternoon.", "T14:10"),
        ("The pier shook at about three in the morning.", "T03:00"),
        ("The pier opened on 31-03-2022.", "2022-03-31"),
        ("The pier has stood since nineteen thirty-six.", "1936"),
        ("The pier opens on the twenty-third of June 2031.", "2031-06-23"),
    ],
)
def test_dates_and_times_are_iso_8601(analyser: Analyser, text: str, value: str | None) -> None:
    (found,) = figures(analyser, text)
    assert (found.kind in ("date", "time"), found.value) == (True, value)


def test_hours_are_told_from_prices_scores_and_sites_and_from_the_full_stop_behind_them(analyser: Analyser) -> None:
    text = (
        "The shares closed at nine on Friday. The Otters opened 3-1 up. The council shut at nine sites. In April one "
        "in five trains was late. The bar shuts at 8pm. The rest stays open."
    )
    found = [text[n.span.start : n.span.end] for n in figures(analyser, text) if n.kind in ("date", "time")]
    assert found == ["Friday", "April", "8pm"]


def test_a_relative_date_without_an_article_date_keeps_its_words(analyser: Analyser) -> None:
    (found,) = figures(analyser, "The pier opened last week.")
    assert (found.kind, found.value, found.words) == ("date", None, "last week")


def test_money_of_another_year_says_which(analyser: Analyser) -> None:
    (money,) = (n for n in figures(analyser, "The pier cost $3.2 million in 2010 dollars.") if n.kind == "money")
    assert (money.value, money.year) == (3_200_000, 2010)


def test_a_time_taken_is_a_duration_in_seconds(analyser: Analyser) -> None:
    number, _ = only(analyser, "She rowed the course in 2:14:04.")
    assert (number.kind, number.value, number.unit, number.words) == ("duration", 8044, "second", "2:14:04")


def test_a_decade_of_life_is_an_age_between_two(analyser: Analyser) -> None:
    number, _ = only(analyser, "The pilot is in his late 30s.")
    assert (number.kind, number.low, number.high) == ("age", 37, 39)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Support is at 64 percent to 56 percent.", [64, 56]),
        ("Cases rose by 30 to 15,200.", [30, 15200]),
        ("The scale may be off by plus or minus 6.2 points.", [6.2]),
        ("The Boeing 737 lost 12 bolts.", [12]),
        ("They called 911 at once, and two men came.", [2]),
        ("The plan has 32 different agencies.", [32]),
        ("They sold 2.7m tickets and 100m hurdles tickets were extra.", [2_700_000, 100]),
    ],
)
def test_neighbouring_figures_stay_apart_and_designations_out(
    analyser: Analyser, text: str, values: list[float]
) -> None:
    assert [number.value for number in figures(analyser, text)] == values


def test_relative_ordinals_say_where_they_count_from(analyser: Analyser) -> None:
    number, _ = only(analyser, "Turn to the penultimate page.")
    assert (number.kind, number.value) == ("ordinal", "end-1")


def test_a_sentence_without_an_end_is_read_in_time_that_grows_with_its_length() -> None:
    def work(size: int) -> Callable[[], object]:
        words = ["went", *["1"] * size]
        doc = Doc(
            Vocab(), words, pos=["VERB", *["NUM"] * size], deps=["ROOT", *["dep"] * size], heads=[0] * (size + 1),
            sent_starts=[True, *[False] * size],
        )  # fmt: skip
        drafts = [Draft(token.idx, token.idx + 1, core=(token.idx, token.idx + 1)) for token in doc[1:]]

        def read() -> None:
            context = Context(doc, doc.text)
            for draft in drafts:
                context.subject_phrase(draft)

        return read

    assert growth(work, 1000) < 9


def test_a_figure_keeps_all_that_was_read_of_it() -> None:
    """Every field that a `Number` has besides its place is one of the draft it is made from."""
    named = {known.name for known in fields(Number)} - {"span", "sentence"}
    assert named <= {known.name for known in fields(Draft)}

"""The steps from text to figures, in the order in which they stand on one another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.ages import told_age
from tui.analysis.numbers.amounts import amount, early_rate, million_letter
from tui.analysis.numbers.changes import carry, change
from tui.analysis.numbers.context import Context
from tui.analysis.numbers.cricket import slashed_wickets
from tui.analysis.numbers.dates import find_dates, find_years, publication_date, year_likely
from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.elision import Elision
from tui.analysis.numbers.fitting import settle_pounds
from tui.analysis.numbers.golf import strokes
from tui.analysis.numbers.heat import TEMPERATURES, bare_temperature
from tui.analysis.numbers.hours import spoken_dates
from tui.analysis.numbers.joining import join
from tui.analysis.numbers.judging import Judge
from tui.analysis.numbers.meaning import Meaning
from tui.analysis.numbers.noise import contacts, no_figures
from tui.analysis.numbers.phrases import heat_in_the_80s, phrases, times
from tui.analysis.numbers.qualifiers import qualify
from tui.analysis.numbers.ranges import close_bounds, up_to_one
from tui.analysis.numbers.rates import rate
from tui.analysis.numbers.reading import Numeral, numerals
from tui.analysis.numbers.single import singles, unbounded
from tui.analysis.numbers.sizes import feet_of_a_body, sides
from tui.analysis.numbers.spoken import name_currency, spoken, unnamed_money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui.analysis.model import Parsed
    from tui.domain.findings import Number
    from tui.domain.text import Document

_JOINING = re.compile(r"(?:\s(?:and|to|or|through)\s|[-–])$")
_RANGE_TO = re.compile(r"\s?[-–—]\s?|\sto\s|\sor\s")
_TIME_BEFORE = re.compile(r"(?:\b(?:per|a|each|every|split|one|this|last|final|\d+)[\s-]|/)$", re.IGNORECASE)
_RANK = re.compile(r"(?:\b(?:[Nn]os?\.\s?|(?<=[a-z,;’']\s)No\s|(?P<the>[Tt]he\s)?[Nn]umber\s)|(?<!\w)\#)$")
_RANKS = re.compile(r"\s(?:and|or)\s\d{1,3}\s[a-z]")
_COMPARED_TO = re.compile(r"\b(?:from|against|than|to|versus|vs\.?)\s(?:the\s|just\s|only\s|about\s)?$")
_BY_NOW = re.compile(r"\s*(?:[.;,]|$)|\s(?:now|today|in\s(?:\d|the\s)|a\s(?:year|month|week)|last|this|by)\b")
_NO_METRE = re.compile(r"\s(?:long|high|tall|wide|deep|away|above|below|across|tower|wall|race)\b")
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s")
_RANKED = re.compile(r"\b(?:ranked|rated|seeded|world|currently|now|become|became|becomes)\s+$", re.IGNORECASE)
_LISTING = re.compile(r"(?:First|Second|Third|Fourth|Fifth),")
"""Words that count off points: "First, the price is low."."""
_PRICE_YEAR = re.compile(
    r"\b(?:in|at|constant)\s(?P<year>(?:19|20)\d\d)\s(?:dollars|pounds|euros|yen|money|prices)\b", re.IGNORECASE
)
_OF = re.compile(r"\s+of(?=\s)")


def find_numbers(parsed: Parsed) -> list[Number]:
    """All figures in the order of the text."""
    return Finder(parsed).numbers()


class _Taken:
    """Stretches of text that are taken, asked by overlap."""

    def __init__(self, spans: list[tuple[int, int]], length: int) -> None:
        self._marks = bytearray(length + 1)
        for span in spans:
            self.add(*span)

    def add(self, start: int, end: int) -> None:
        self._marks[start:end] = b"\x01" * (end - start)

    def overlaps(self, start: int, end: int) -> bool:
        return self._marks.find(1, start, end) >= 0


class Finder:
    """Finds the figures of one document."""

    def __init__(self, parsed: Parsed) -> None:
        """Prepare for `parsed`."""
        self.document = parsed.document
        self.text = parsed.document.text[: parsed.end]
        context = Context(parsed.doc, self.text)
        self.context = context
        self.judge = Judge(self.text, context, self._sentence)
        self.meaning = Meaning(self.text, context, self._sentence)
        self.elision = Elision(self.text, self._sentence)
        self.contacts = contacts(self.text)
        addresses = _Taken(self.contacts, len(self.text))
        published = publication_date(parsed.document.facts.published, "")
        inferred = None if published else _inferred(parsed.document)
        dates = _dates(self.text, published or inferred, inferred is not None)
        self.dates = [draft for draft in dates if not addresses.overlaps(draft.start, draft.end)]
        self.taken = _Taken([(draft.start, draft.end) for draft in self.dates], len(self.text))

    def numbers(self) -> list[Number]:
        """All figures in the order of the text."""
        years = {span[0]: span[1] for span in find_years(self.text) if not self.taken.overlaps(*span)}
        drafts = join(self.text, self._settle(self._amounts(), years))
        _set_price_years(self.text, drafts, self._sentence)
        name_currency(drafts)
        found = close_bounds(self.text, [draft for draft in drafts if self._finish(draft)])
        carry(self.text, found)
        self.elision.restore(found)
        found = [draft for draft in found if not self.judge.name(draft)]
        return [
            draft.number(self.document.sentence_at(draft.start)) for draft in _without_nested([*found, *self.dates])
        ]

    def _sentence(self, offset: int) -> tuple[int, int]:
        span = self.document.sentences[self.document.sentence_at(offset)].span
        return span.start, max(span.end, offset)

    def _warm(self, offset: int) -> bool:
        """Whether the sentence at `offset` speaks of temperatures."""
        start, end = self._sentence(offset)
        return TEMPERATURES.search(self.text, max(start, offset - 300), min(end, offset + 300)) is not None

    def _amounts(self) -> list[Draft]:
        """The numerals and phrases of the text with their units, where no date and no noise stands."""
        noise = _Taken([*self.contacts, *no_figures(self.text)], len(self.text))
        read = list(numerals(self.text))
        worded = [
            draft
            for draft in (
                *phrases(self.text),
                *spoken(self.text),
                *singles(self.text),
                *sides(self.text),
                *heat_in_the_80s(self.text, self._warm),
            )
            if not self.taken.overlaps(draft.start, draft.end) and not (draft.vague and _within(read, draft))
        ]
        covered = _Taken([draft.core for draft in worded], len(self.text))
        drafts = [
            amount(self.text, numeral, self._sentence(numeral.start))
            for numeral in read
            if not any(blocked.overlaps(numeral.start, numeral.end) for blocked in (self.taken, noise, covered))
        ]
        drafts += [
            self._with_unit(draft) for draft in worded if not noise.overlaps(*draft.core) or draft.kind == "ordinal"
        ]
        return sorted(drafts, key=lambda draft: draft.core)

    def _with_unit(self, draft: Draft) -> Draft:
        """Give a phrase like "several billion" the unit or currency that follows it."""
        if draft.kind != "count":
            return draft
        gap = _OF.match(self.text, draft.end)
        value = draft.value if isinstance(draft.value, float) else draft.low or 0.0
        for end in (draft.end, gap.end()) if gap else (draft.end,):
            numeral = Numeral(draft.start, end, value, "cardinal", False, True)
            probe = amount(self.text, numeral, self._sentence(draft.start))
            if not probe.bare:
                draft.kind, draft.unit, draft.start, draft.end = probe.kind, probe.unit, probe.start, probe.end
                draft.unit_start, draft.adjectival = probe.unit_start, probe.adjectival
                break
        return draft

    def _settle(self, drafts: list[Draft], years: dict[int, int]) -> list[Draft]:
        """Settle years, single letters and what is no figure, before figures are joined."""
        kept: list[Draft] = []
        for at, given in enumerate(drafts):
            draft, sentence = given, self._sentence(given.start)
            settle_pounds(self.text, draft, sentence)
            warm = any(one.kind == "temperature" and one.start >= sentence[0] for one in kept[-2:])
            bare_temperature(self.text, draft, sentence, warm)
            times(self.text, draft)
            unnamed_money(self.text, draft)
            early_rate(self.text, draft)
            slashed_wickets(self.text, draft)
            strokes(self.text, draft)
            feet_of_a_body(self.text, draft)
            up_to_one(self.text, draft)
            metres = draft.kind == "quantity" and draft.unit == "meter"
            priced = (
                bool(kept) and kept[-1].kind == "money" and _RANGE_TO.fullmatch(self.text, kept[-1].end, draft.start)
            )
            earlier = next((one for one in kept[:-4:-1] if one.kind not in ("date", "time")), None)
            million = earlier is not None and self._million_again(earlier, draft)
            if metres and million_letter(self.text, draft) and (priced or million or self.judge.millions(draft)):
                scaled = Numeral(draft.start, draft.core[1] + 1, float(draft.value or 0) * 1e6, "cardinal", True, True)
                draft = amount(self.text, scaled, sentence)
                draft.scale = 1e6
                settle_pounds(self.text, draft, sentence)
            rank = _RANK.search(self.text, max(0, draft.start - 12), draft.start)
            if rank and rank["the"] and not self._rank_of(draft):
                rank = None  # "the number twelve is even"
            spelt = (draft.digits and draft.scale == 1) or draft.value == 1 or (rank and rank["the"])
            if rank and draft.bare and (spelt or _RANKED.search(self.text, max(0, rank.start() - 12), rank.start())):
                draft.kind, draft.start = "ordinal", max(rank.start(), rank.end("the"))
            elif kept and draft.bare and draft.digits and self._ranked_with(kept[-1], draft):
                draft.kind = "ordinal"
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            if self._year(draft, following, years):
                draft.kind, draft.value, draft.words = "date", self.text[slice(*draft.core)], None
                self.taken.add(*draft.core)
            elif draft.kind in ("count", "fraction") and draft.unit is None and self.judge.no_count(draft):
                continue
            kept.append(draft)
        return kept

    def _million_again(self, last: Draft, draft: Draft) -> bool:
        """Whether "m" is a million as it was just before: "up to 4.2m units from 1.9m"."""
        between = self.text[last.end : draft.start]
        if last.scale != 1e6 or self.text[last.core[1] - 1] != "m" or len(between) > 60:
            return False
        if between.endswith((" and ", " but ")):
            return _BY_NOW.match(self.text, draft.end) is not None
        return _COMPARED_TO.search(between) is not None and not _NO_METRE.match(self.text, draft.end)

    def _rank_of(self, draft: Draft) -> bool:
        """Whether "the number two" is a rank: what follows is one thing, or a person."""
        found = self.context.noun_after(draft, draft.end)
        one = found is not None and (found[1].tag_ == "NN" or found[1].lower_.removesuffix("s") in person_nouns())
        return draft.value == 1 or one or _RANKS.match(self.text, draft.end) is not None

    def _ranked_with(self, last: Draft, draft: Draft) -> bool:
        """Whether a bare number is a rank too because it goes on a list of them: "the number 8 and 9 batsmen"."""
        if last.kind != "ordinal" or last.start == last.core[0] or draft.scale != 1:
            return False
        if not _LISTED.fullmatch(self.text, last.end, draft.start):
            return False
        found = self.context.noun_after(draft, draft.end)
        noun = found[1].lower_ if found else ""
        return not noun or noun.endswith("men") or noun.removesuffix("s") in person_nouns()

    def _year(self, draft: Draft, following: Draft | None, years: dict[int, int]) -> bool:
        """Whether a bare number is a year: by itself, or at the far end of a stretch of dates."""
        start, end = draft.core
        if not draft.bare or draft.start != start or not re.fullmatch(r"\d{4}", self.text[start:end]):
            return False
        joined = _JOINING.search(self.text, max(0, start - 9), start)
        if joined and joined.start() and self.taken.overlaps(joined.start() - 1, joined.start()):
            return int(self.text[start:end]) < 2200
        if years.get(start) != end:
            return False
        measured = following is not None and not following.bare and following.kind != "ordinal"
        if measured and following and _RANGE_TO.fullmatch(self.text, end, following.start):
            return False
        return year_likely(self.text, start, end, self.judge.counted(draft, end))

    def _finish(self, draft: Draft) -> bool:
        """Bounds, changes, rates and what is counted; whether the draft is a figure after all."""
        if draft.kind in ("date", "time"):
            return True
        qualify(self.text, draft)
        if unbounded(draft):
            return False
        told_age(self.text, draft, lambda: self.context.noun_after(draft, draft.end) is not None)
        change(self.text, draft)
        if draft.kind == "ordinal":
            return not (self._second_of_time(draft) or _LISTING.fullmatch(self.text, draft.start, draft.end + 1))
        rate(self.text, draft, draft.end)
        self.meaning.give(draft, draft.end)
        return True

    def _second_of_time(self, draft: Draft) -> bool:
        """Whether "second" is a unit of time: "per second", "a split second"."""
        start, end = draft.core
        if self.text[start:end].lower() != "second" or not _TIME_BEFORE.search(self.text, max(0, start - 8), start):
            return False
        article = self.text[max(0, start - 2) : start].lower() == "a "
        return not (article and self.context.noun_after(draft, end))


def _set_price_years(text: str, drafts: list[Draft], sentence: Callable[[int], tuple[int, int]]) -> None:
    """Give the amounts of a sentence the year whose money they are in: "$3.2 million in 2010 dollars"."""
    starts = [draft.start for draft in drafts]
    for match in _PRICE_YEAR.finditer(text):
        start, end = sentence(match.start())
        for draft in drafts[bisect_left(starts, start) : bisect_left(starts, end)]:
            if draft.kind == "money":
                draft.year = int(match["year"])


def _within(read: list[Numeral], draft: Draft) -> bool:
    """Whether a numeral that begins earlier takes the phrase in: "three dozens", "five hundreds"."""
    at = bisect_right(read, draft.start, key=lambda numeral: numeral.start) - 1
    return at >= 0 and read[at].start < draft.start < read[at].end


def _dates(text: str, published: date | None, inferred: bool) -> list[Draft]:
    found = [*spoken_dates(text, published)]
    spoken = _Taken([(one.start, one.end) for one in found], len(text))
    found += [one for one in find_dates(text, published, inferred) if not spoken.overlaps(one.start, one.end)]
    return [
        Draft(
            one.start,
            one.end,
            kind="time" if one.kind == "time" else "date",
            value=one.value,
            words=one.words,
            core=(one.start, one.end),
        )
        for one in found
    ]


def _inferred(document: Document) -> date | None:
    """The article's date where it gives none: the latest full date of its captions, dateline and byline."""
    days = [
        publication_date(None, found.value)
        for paragraph in document.paragraphs
        if paragraph.kind in ("caption", "dateline", "byline")
        for found in find_dates(document.slice(paragraph.span), None)
        if found.value and re.match(r"\d{4}-\d\d-\d\d", found.value)
    ]
    return max((day for day in days if day), default=None)


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """In the order of the text, without what lies within another figure."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last and last.per and last.core[1] <= draft.core[0] and draft.core[1] <= last.end:
            continue  # "50 per 100,000"
        if last and draft.core[0] < last.core[1] and last.core[0] < draft.core[1]:
            steps = last.low is not None and draft.low is not None and draft.core[1] > last.core[1]
            if not steps or draft.vague:  # "from 110 to 130 to 150" is two ranges with an end in common
                continue
        kept.append(draft)
    return kept

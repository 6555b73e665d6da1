"""The steps from text to figures, in the order in which they stand on one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.amounts import amount, bare_temperature, million_letter, settle_pounds
from tui.analysis.numbers.context import Context
from tui.analysis.numbers.dates import find_dates, find_years, publication_date, year_likely
from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.joining import join
from tui.analysis.numbers.noise import designated, no_figures
from tui.analysis.numbers.phrases import phrases, times
from tui.analysis.numbers.qualifiers import change, qualify, rate
from tui.analysis.numbers.reading import numerals

if TYPE_CHECKING:
    from datetime import date

    from tui.analysis.model import Parsed
    from tui.domain.findings import Number
    from tui.domain.text import Document

_ONE_ALONE = re.compile(r"one(?!\w)", re.IGNORECASE)
_ONE_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|who|that|which|can|could|must|might|may|should|would|will|has|had|is|was|or\s+the\s+other|where|thing\b|more\s+time)\b|[’']s?\b|\s*[.,;:?!)]|\s*$",
    re.IGNORECASE,
)
_RANK = re.compile(r"\b(?:No|no|number|Number)\s?\.?\s?$")
_CLOCK_CUE = re.compile(r"\b(?:at|by|around|about|until|before|after)\s$", re.IGNORECASE)


def find_numbers(parsed: Parsed) -> list[Number]:
    """All figures in the order of the text."""
    return Finder(parsed).numbers()


class _Blocks:
    """Stretches of text that are taken: sorted, asked by overlap."""

    def __init__(self, spans: list[tuple[int, int]], length: int) -> None:
        self._taken = bytearray(length + 1)
        for span in spans:
            self.add(*span)

    def add(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\x01" * (end - start)

    def overlaps(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) >= 0


class Finder:
    """Finds the figures of one document."""

    def __init__(self, parsed: Parsed) -> None:
        """Prepare for `parsed`."""
        self.document = parsed.document
        self.text = parsed.document.text[: parsed.end]
        self.context = Context(parsed.doc, self.text)
        self.published = _published(parsed.document)

    def numbers(self) -> list[Number]:
        """All figures in the order of the text."""
        dates = self._dates()
        taken = _Blocks([(draft.start, draft.end) for draft in dates], len(self.text))
        noise = _Blocks(no_figures(self.text), len(self.text))
        years = {span[0]: span[1] for span in find_years(self.text) if not taken.overlaps(*span)}
        spoken = [draft for draft in phrases(self.text) if not taken.overlaps(draft.start, draft.end)]
        covered = _Blocks([draft.core for draft in spoken], len(self.text))
        drafts: list[Draft] = []
        for numeral in numerals(self.text):
            span = (numeral.start, numeral.end)
            if taken.overlaps(*span) or noise.overlaps(*span) or covered.overlaps(*span):
                continue
            drafts.append(amount(self.text, numeral, self._sentence(numeral.start)))
        drafts += [
            self._with_unit(draft) for draft in spoken if not noise.overlaps(*draft.core) or draft.kind == "ordinal"
        ]
        drafts.sort(key=lambda draft: draft.core)
        drafts = self._settle(drafts, years)
        drafts = join(self.text, drafts)
        found = [draft for draft in drafts if self._finish(draft)]
        self._carry(found)
        found = [draft for draft in found if not self._name(draft)]
        found = _without_nested([*found, *dates, *self._joined_years(drafts)])
        return [draft.number(self.document.sentence_at(draft.start)) for draft in found]

    def _sentence(self, offset: int) -> tuple[int, int]:
        span = self.document.sentences[self.document.sentence_at(offset)].span
        return span.start, max(span.end, offset)

    def _dates(self) -> list[Draft]:
        return [
            Draft(found.start, found.end, kind="time" if found.kind == "time" else "date", value=found.value,
                  words=found.words, core=(found.start, found.end))
            for found in find_dates(self.text, self.published)
        ]  # fmt: skip

    def _with_unit(self, draft: Draft) -> Draft:
        """Give a phrase like "several billion" the unit or currency that follows it."""
        if draft.kind != "count":
            return draft
        from tui.analysis.numbers.reading import Numeral

        gap = re.compile(r"\s+of(?=\s)").match(self.text, draft.end)
        value = draft.value if isinstance(draft.value, float) else draft.low or 0.0
        for end in (draft.end, gap.end() if gap else None):
            if end is None:
                continue
            probe = amount(
                self.text, Numeral(draft.start, end, value, "cardinal", False, True), self._sentence(draft.start)
            )
            if not probe.bare and probe.kind != "fraction":
                draft.kind, draft.unit, draft.start, draft.end = probe.kind, probe.unit, probe.start, probe.end
                draft.unit_start, draft.adjectival = probe.unit_start, probe.adjectival
                break
        return draft

    def _settle(self, drafts: list[Draft], years: dict[int, int]) -> list[Draft]:
        """Settle years, designations, "one" and single letters, before figures are joined."""
        kept = []
        for draft in drafts:
            sentence = self._sentence(draft.start)
            start, end = draft.core
            settle_pounds(self.text, draft, sentence)
            bare_temperature(self.text, draft, sentence)
            times(self.text, draft)
            if (
                draft.kind == "quantity"
                and draft.unit == "meter"
                and million_letter(self.text, draft)
                and self._millions(draft)
            ):
                draft.kind, draft.unit, draft.value = "count", None, float(draft.value or 0) * 1e6
            if start in years and years[start] == end and draft.bare and draft.start == start:
                if year_likely(self.text, start, end, self._counted(draft, end)):
                    draft.kind, draft.value, draft.words = "date", self.text[start:end], None
                    kept.append(draft)
                    continue
            if draft.kind in ("count", "fraction") and draft.unit is None and self._no_count(draft):
                continue
            kept.append(draft)
        return kept

    def _millions(self, draft: Draft) -> bool:
        """Whether "35m" counts millions: a plural, or "of" and a determiner, follows."""
        end = draft.end
        if re.match(r"\s+of\s+(?:its|their|the|his|her|our|all|these|those|them|us)\b", self.text[end : end + 12]):
            return True
        found = self.context.noun_after(draft, end)
        hurdle = draft.value in (50.0, 60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 5000.0, 10000.0)
        return bool(found and found[1].tag_ in ("NNS", "NNPS") and not hurdle) or (
            found is not None and found[1].lower_ == "people"
        )

    def _counted(self, draft: Draft, end: int) -> bool:
        found = self.context.noun_after(draft, end)
        return bool(found and found[1].tag_ in ("NNS", "NNPS") and self.text[end : end + 1] == " ") or bool(
            found and found[1].lower_ in ("people", "police")
        )

    def _no_count(self, draft: Draft) -> bool:
        """Whether a bare number is none: the pronoun "one", a designation, a house number, a jersey."""
        text, (start, end) = self.text, draft.core
        if _ONE_ALONE.fullmatch(text, start, end):
            return self._pronoun_one(draft)
        if draft.digits and re.match(r"[A-Za-z]", text[end : end + 1]) and not re.match(r"m\b", text[end : end + 2]):
            return True
        if designated(text, start) and draft.digits and "," not in text[start:end]:
            return not self._counted(draft, end)
        return bool(
            draft.digits
            and re.search(r"\(\s?$", text[max(0, start - 3) : start])
            and text[end : end + 1] == ")"
            and self._after_name(draft)
        )

    def _after_name(self, draft: Draft) -> bool:
        at = self.context.at(draft.core[0]) - 2
        return at >= 0 and self.context.doc[at].pos_ == "PROPN"

    def _pronoun_one(self, draft: Draft) -> bool:
        """Whether "one" stands for a person or a thing, or belongs to a phrase: then it counts nothing."""
        text, (start, end) = self.text, draft.core
        share = re.match(
            r"\s+(?:in|out\s+of|over)\s+(?:every\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\s+hundred|a\s+thousand)|-in-|\s+(?:to|or|and)\s+(?:two|three|a\b)",
            text[end : end + 24],
            re.IGNORECASE,
        )
        if share:
            return False
        whole = self._sentence(start)
        if text[whole[0] : whole[1]].strip(" .!?") == text[start:end] or (
            re.search(
                r"(?:equals|is|minus|negative|plus|to|than|least|most|about|only|just|and|or|number)\s+$",
                text[max(0, start - 10) : start],
                re.IGNORECASE,
            )
            and not _ONE_PRONOUN_AFTER.match(text, end) is not None
        ):
            return False
        if re.search(
            r"\b(?:the|this|that|which|each|every|any|no|some|another|only|last|next|first|previous|current|new|old|big|good|bad|right|wrong|loved|such|other)\s+$",
            text[max(0, start - 10) : start],
            re.IGNORECASE,
        ):
            return True
        if draft.value is not None and isinstance(draft.value, float) and draft.value < 0:
            return False
        if _ONE_PRONOUN_AFTER.match(text, end):
            return True
        if re.match(r"[-‑]", text[end : end + 1]):
            return self.context.noun_after(draft, end + 1) is None
        found = self.context.noun_after(draft, end)
        return (
            found is None
            or found[1].tag_ in ("NNS", "NNPS")
            or found[1].lower_ in ("day", "thing", "reason", "way", "side", "hand")
        )

    def _joined_years(self, drafts: list[Draft]) -> list[Draft]:
        return []

    def _finish(self, draft: Draft) -> bool:
        """Bounds, changes, rates and what is counted; whether the draft is a figure after all."""
        if draft.kind in ("date", "time"):
            return True
        qualify(self.text, draft)
        change(self.text, draft)
        if draft.kind == "ordinal":
            return self._finish_ordinal(draft)
        end = draft.end
        if rate(self.text, draft, draft.end):
            end = draft.end
        if draft.kind == "count" and draft.unit is None and draft.value is not None and self._age_of_person(draft):
            return True
        if draft.kind in ("count", "rate", "fraction", "percent", "age", "ratio") or draft.unit in ("degree",):
            self._count(draft, end)
        elif draft.kind in ("money", "quantity", "duration") and draft.adjectival is False:
            self._of_what(draft)
        self._about(draft)
        return True

    def _finish_ordinal(self, draft: Draft) -> bool:
        """Ordinals count nothing; "second" as a unit of time and a rank ("No. 3") are told apart."""
        text, (start, end) = self.text, draft.core
        if text[start:end].lower() == "second":
            return not re.search(
                r"(?:\b(?:per|a|each|every|split|one|this|last|final|\d+)[\s-]|/)$",
                text[max(0, start - 8) : start],
                re.IGNORECASE,
            ) or bool(re.search(r"\ba\s$", text[max(0, start - 3) : start]) and self.context.noun_after(draft, end))
        return True

    def _age_of_person(self, draft: Draft) -> bool:
        """ "Jamie Armstrong, 25, said", "Nick Hague 44 has", "Maria who was 10", "He will be 35 by"."""
        text, (start, end), value = self.text, draft.core, draft.value
        if (
            not isinstance(value, (int, float))
            or not draft.digits
            or not 0 < value < 120
            or value != int(value)
            or "." in text[start:end]
        ):
            return False
        if draft.per or draft.bound in ("up", "down"):
            return False
        person = self.context.person_before(draft)
        if person is not None and re.match(
            r"\s*(?:[,.;)]|who|has|had|was|is|and|from|of|on|said|told|says)(?!\w|\d)", text[end : end + 6]
        ):
            if (
                text[start - 2 : start] == "( "
                or self.context.noun_after(draft, end)
                or re.match(r"\s*,\s*\d|\s+and\s+\d", text[end : end + 7])
            ):
                return False
            draft.kind, draft.unit, draft.about = "age", "year", self.context.phrase(person) or None
            return True
        be = re.search(
            r"(?:(?P<who>\bwho|\b[Hh]e|\b[Ss]he|\bI|[A-Z]\w+)\s+)(?:(?:will|would)\s+be|was|is|were|am|had\s+been)\s+(?:just\s+|only\s+|about\s+|now\s+|then\s+)?$",
            text[max(0, draft.start - 40) : draft.start],
        )
        if be and re.match(r"\s*(?:[.,;]|$|when\b|at\s+the\s+time|by\s+the|and\b|as\b|years)", text[end : end + 14]):
            if be["who"] not in ("who", "He", "he", "She", "she", "I") and not self._is_person(
                draft.start - len(be.group()) + be.start("who") - be.start()
            ):
                return False
            draft.kind, draft.unit = "age", "year"
            draft.about = be["who"] if be["who"] not in ("who", "He", "he", "She", "she", "I") else None
            return True
        return False

    def _is_person(self, offset: int) -> bool:
        at = self.context.at(offset)
        return at < len(self.context.doc) and self.context.doc[at].ent_type_ == "PERSON"

    def _count(self, draft: Draft, end: int) -> None:
        """What a bare number, a share or an age counts."""
        if draft.unit in ("celsius", "fahrenheit"):
            return
        found = self.context.noun_after(draft, end)
        if found is not None:
            words, head = found
            if draft.kind in ("count", "rate") and self.text[end : end + 1] in ("-", "‑"):
                words = words[:1]
                head = words[0]
            draft.counts = self.context.text(words) + (
                self.context.complement(head) if draft.kind in ("count", "rate") else ""
            )
            if draft.kind == "count":
                after = words[-1].idx + len(words[-1])
                span_end = draft.end
                if rate(self.text, draft, after):
                    draft.end = max(span_end, draft.end)
            return
        if draft.kind in ("count", "rate"):
            subject = self.context.subject_phrase(draft)
            if subject and subject[1]:
                draft.counts = subject[0]

    def _of_what(self, draft: Draft) -> None:
        """What an amount of money or a measure is of: "$3 billion in aid", "127 gigatonnes of ice"."""
        match = re.compile(r"\s+(?:in|of|worth\s+of)\s+(?=[a-z])").match(self.text, draft.end)
        if match:
            found = self.context.noun_after(draft, match.end())
            if found and found[1].ent_type_ not in ("DATE", "TIME"):
                draft.counts = self.context.text(found[0])

    def _about(self, draft: Draft) -> None:
        if draft.about is None and draft.kind not in ("duration", "ordinal"):
            subject = self.context.subject_phrase(draft)
            if subject and not subject[1] and subject[0] and subject[0] != draft.counts:
                draft.about = subject[0]

    def _carry(self, found: list[Draft]) -> None:
        """Give an elided noun or unit back: "435 homes and 187 by tender", "460 vehicles compared with 63"."""
        last: Draft | None = None
        for draft in found:
            if draft.kind in ("date", "time", "ordinal"):
                continue
            if (
                draft.bare
                and draft.counts is None
                and draft.low is None
                and last is not None
                and self._parallel(last, draft)
            ):
                if last.unit and last.kind in ("quantity", "duration"):
                    draft.kind, draft.unit = last.kind, last.unit
                elif last.counts and last.kind == "count":
                    draft.counts = last.counts
            if draft.counts or draft.unit or draft.kind != "count":
                last = draft
        return

    def _parallel(self, last: Draft, draft: Draft) -> bool:
        between = self.text[last.end : draft.start]
        if len(between) > 90 or re.search(r"[.!?]\s|\n", between):
            return False
        return bool(
            re.search(
                r"\b(?:compared\s+(?:with|to)|up\s+from|down\s+from|versus|against|and|but|or|while|from|than)\s+(?:the\s+)?(?:\w+\s+){0,3}$",
                between,
            )
        )

    def _name(self, draft: Draft) -> bool:
        """Whether a bare number after a capitalised word is part of a name: "iPhone 11", "S&P 500", "Big 12"."""
        if (
            not (draft.kind == "count" and draft.unit is None and draft.low is None and draft.bound is None)
            or draft.approximate
            or draft.start != draft.core[0]
        ):
            return False
        if not draft.digits or "," in self.text[slice(*draft.core)] or "." in self.text[slice(*draft.core)]:
            return False
        at = self.context.at(draft.core[0])
        doc = self.context.doc
        if at == 0 or at >= len(doc) or self.text[draft.core[0] - 1] not in " -\u00a0":
            return False
        before = doc[at - 1]
        if (
            doc[at].is_sent_start
            or not before.text[:1].isupper()
            or before.pos_ != "PROPN"
            or before.ent_type_ in ("DATE", "TIME")
        ):
            return False
        if before.text.rstrip(".").lower() in ("no", "nos", "about", "some"):
            return False
        head = doc[at].head
        return not (draft.counts and doc[at].dep_ == "nummod" and head.i > at and head.tag_ in ("NNS", "NNPS"))


def _published(document: Document) -> date | None:
    """The article's date: as given, or from its captions' full dates, the latest of them."""
    given = publication_date(document.facts.published, "")
    if given:
        return given
    found = []
    for paragraph in document.paragraphs:
        if paragraph.kind in ("caption", "dateline", "byline"):
            text = document.slice(paragraph.span)
            found += [
                publication_date(None, item.value)
                for item in find_dates(text, None)
                if item.value and re.match(r"\d{4}-\d\d-\d\d", item.value)
            ]
    return max((day for day in found if day), default=None)


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """In the order of the text, without what lies within another figure."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.core[0] < kept[-1].core[1] and kept[-1].core[0] < draft.core[1]:
            continue
        kept.append(draft)
    return kept

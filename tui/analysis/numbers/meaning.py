"""What figures count, whom they are about, and whose age a bare number is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.ages import somebody
from tui.analysis.numbers.golf import of_par
from tui.analysis.numbers.groups import of_members, of_one_member, uncounted
from tui.analysis.numbers.rates import rate
from tui.analysis.numbers.topics import Topics, parted

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.numbers.context import Context
    from tui.analysis.numbers.draft import Draft

_AFTER_AGE = re.compile(r"\s*(?:[,.;)]|who|has|had|was|is|and|from|of|on|said|told|says)(?!\w|\d)")
_BE = re.compile(
    r"(?:(?P<who>\bwho|\b[Hh]e|\b[Ss]he|\b[Yy]ou|\bI|[A-Z]\w+)\s+"
    r"(?:(?:will|would)\s+(?:soon\s+)?be|was|is|were|are|am|had\s+been)"
    r"|\b(?:[Hh]e|[Ss]he)[’']s|\b[Yy]ou[’']re|\bI[’']m|\b(?:[Hh]e|[Ss]he|[Yy]ou|I)[’']ll\s+(?:soon\s+)?be"
    r"|(?P<many>\b(?:[Ww]e|[Tt]hey)[’']re"
    r"|\b(?:[Ww]hen|[Oo]nce|[Uu]ntil|[Bb]efore|[Ss]ince|[Bb]y\sthe\stime)\s(?:we|they)\s(?:are|were)))\s+"
    r"(?:(?:just|only|about|now|then|both|still|already|barely|almost|nearly|pushing|nearing|approaching)\s+)?$"
)
_AFTER_BE = re.compile(
    r"\s*(?:[.,;?!)”\"]|$|when\b|at\s+the\s+time|by\s+the|and\b|as\b|years|now\b|today\b|then\b|so\b|but\b"
    r"|(?:this|next)\s(?:year|month|week)\b|because\b|in\s(?:January|February|March|April|May|June|July"
    r"|August|September"
    r"|October|November|December)\b)"
)
_IS = re.compile(r"\b(?:is|was)\s(?:only\s|just\s|now\s|still\s)?$")
_YEAR_ON_YEAR = re.compile(r"\s(?:year|quarter|month|week)[\s-](?:on|over|to)[\s-]")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|us|which)\b")
_OF_MANY = re.compile(r"\s+of\s+(?:the\s+)?\d")
_PRONOUNS = ("who", "He", "he", "She", "she", "You", "you", "I")
_LABEL = re.compile(r"(?:^|\n|[.;!?]\s|\()(?P<label>[A-Z][a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,3}):\s$")
"""What a colon leads from to a figure: "Turnover: £412m", "In favour: nine"."""
_AFTER_VAGUE = re.compile(r"\s*[,”\"’']{1,3}(?=\s+of\s)")
"""What closes an aside or a quotation between a vague figure and its noun: "hundreds, if not thousands," of jobs."""
_OF_THE_YEAR = re.compile(r"\sof\sthe\s(?:Year|Month|Week|Day|Match|Season|Decade|Century)\s[a-z]+s\b")
"""What goes on the name of an award: "three Player of the Year awards"."""
_UNCOUNTED = frozenset(
    "staff aircraft people police sheep fish craft personnel cattle crew offspring species series".split()
)
"""Nouns that are plural without an ending."""
_OF_WHAT = re.compile(
    r"(?:\s?\([^()\n]{1,24}\)|\))?\s+(?:of\s+(?=[A-Z]{2,}\d?\b)"
    r"|(?:in|of|worth\s+of)\s+(?!(?:exchange|return|total|all|addition|part|order|fact|turn|time|age|advance|favou?r"
    r"|response"
    r"|connection|front|charge|recent|late|early|between|today)\b)(?=[a-z]))"
)
"""What an amount is of, also after a conversion in brackets: "4.4 lb (2 kg) of food"."""


class Meaning:
    """Reads what the figures of one document mean in their sentences."""

    def __init__(self, text: str, context: Context, sentence: Callable[[int], tuple[int, int]]) -> None:
        """`context` is the model's reading of `text`, `sentence` gives where the sentence of an offset stands."""
        self.text = text
        self.context = context
        self.topics = Topics(text, context, sentence)

    def give(self, draft: Draft, end: int) -> None:
        """Set age, counted thing and topic of a figure; what it may count begins at `end`."""
        if draft.kind == "count" and draft.unit is None and draft.value is not None and self._age(draft):
            return
        if draft.kind in ("count", "rate", "fraction", "percent", "age", "ratio") or draft.unit == "degree":
            self._counts(draft, end)
        elif draft.kind in ("money", "quantity", "duration") and not draft.adjectival:
            self._of_what(draft)
        draft.about = draft.about or self.topics.about(draft) or self.topics.fate(draft)
        if draft.about and draft.kind == "count" and draft.counts is None and of_members(draft.about):
            draft.counts, draft.about = draft.about, None  # "a crew of four"
        if draft.about is None and draft.kind in ("money", "percent", "quantity", "ratio", "fraction"):
            draft.about = self.topics.changed(draft)
        told = draft.counts and draft.kind in ("count", "rate", "age", "fraction")
        many = draft.kind == "count" and (_OF_MANY.match(self.text, draft.end) or uncounted(self.text, draft))
        # "three of them children": the subject counts something else
        part = many or _OF_THEM.match(self.text, draft.end)
        if (
            draft.about is None
            and not told
            and draft.kind != "duration"
            and not part
            and not self.topics.told(draft)
            and self.topics.near_subject(draft)
        ):
            subject = self.context.subject_phrase(draft)
            if subject and draft.kind == "age" and not somebody(subject[0]):
                subject = None  # "the form gave her age as 74"
            if subject and not subject[1] and any(map(str.isalpha, subject[0])) and subject[0] != draft.counts:
                draft.about = subject[0]
        if draft.about is None and draft.counts is None and draft.kind in ("count", "money", "percent", "quantity"):
            label = _LABEL.search(self.text, max(0, draft.start - 50), draft.start)
            draft.about = label["label"] if label else None
        draft.about = draft.about or None

    def _age(self, draft: Draft) -> bool:
        """ "Jamie Armstrong, 25, said", "Nick Hague 44 has", "Maria who was 10", "He will be 35 by"."""
        text, (start, end), value = self.text, draft.core, draft.value
        whole = isinstance(value, (int, float)) and 0 < value < 120 and value == int(value)
        if not whole or "." in text[start:end] or draft.per or draft.bound in ("up", "down"):
            return False
        person = self.context.person_before(draft)
        if person is not None and draft.digits and _AFTER_AGE.match(text, end):
            comma = text[max(0, start - 2) : start].strip() in (",", "(")
            closes = re.match(r"\s*\.(?!\d)|\s*[;)]", text[end : end + 3])
            listed = re.match(r"\s*,\s*\d|\s+and\s+\d", text[end : end + 7])
            if (closes and not comma) or listed or self.context.noun_after(draft, end):
                return False
            draft.kind, draft.unit, draft.about = "age", "year", self.context.phrase(person) or None
            return True
        lead = max(0, draft.start - 40)
        be = _BE.search(text, lead, draft.start)
        if be is None or not _AFTER_BE.match(text, end):
            return self._age_of_kind(draft, end)
        if be["many"] and not (draft.digits and float(value or 0) >= 10):
            return False
        named = be["who"] is not None and be["who"] not in _PRONOUNS
        if not draft.digits and (named or be["who"] == "I"):
            return False
        if named and not self._person(be.start("who")):
            return False
        draft.kind, draft.unit, draft.about = "age", "year", be["who"] if named else None
        return True

    def _age_of_kind(self, draft: Draft, end: int) -> bool:
        """ "Her sister is 19": what a person is said to be where a description names them."""
        before = max(0, draft.start - 12)
        if not draft.digits or not _AFTER_BE.match(self.text, end) or not _IS.search(self.text, before, draft.start):
            return False
        subject = self.context.subject_of(draft)
        if subject is None or subject.lower_ not in person_nouns():
            return False
        draft.kind, draft.unit, draft.about = "age", "year", self.context.phrase(subject) or None
        return True

    def _person(self, offset: int) -> bool:
        at = self.context.at(offset)
        return at < len(self.context.doc) and self.context.doc[at].ent_type_ == "PERSON"

    def _counts(self, draft: Draft, end: int) -> None:
        """What a bare number, a share or an age counts."""
        if of_par(draft) or _YEAR_ON_YEAR.match(self.text, end):
            return
        if self.topics.names_fate(draft) or uncounted(self.text, draft):  # "eight dead and many people homeless"
            return
        plural_age = draft.kind == "age" and self.text[draft.end - 1] == "s" and draft.bound  # "under-16s"
        if draft.unit in ("celsius", "fahrenheit") or plural_age:
            return
        aside = _AFTER_VAGUE.match(self.text, end) if draft.vague else None
        found = self.context.noun_after(draft, aside.end() if aside else end)
        if found is None:
            subject = self.context.subject_phrase(draft) if draft.kind in ("count", "rate") else None
            if subject and subject[1]:
                draft.counts, draft.about = parted(subject[0])
            return
        words, head = found
        if draft.kind == "ratio" and draft.words and head.text[:1].isupper():  # "Herons 2-1 Otters"
            return
        tied = self.text[end : end + 1] in ("-", "‑")
        # "a six-cylinder engine" and "a six cylinder engine" have six cylinders
        if tied or _compound(draft, words) or of_one_member(words, draft):
            words, head = words[:1], words[0]
        counted = draft.kind in ("count", "rate")
        draft.counts = self.context.text(words) + (self.context.complement(head) if counted else "")
        if draft.kind == "count" and (named := _OF_THE_YEAR.match(self.text, words[-1].idx + len(words[-1]))):
            draft.counts = self.context.text(words) + named.group()
        if draft.kind == "count":
            rate(self.text, draft, words[-1].idx + len(words[-1]))

    def _of_what(self, draft: Draft) -> None:
        """What an amount of money or a measure is of: "$3 billion in aid", "127 gigatonnes of ice"."""
        match = _OF_WHAT.match(self.text, draft.end)
        found = self.context.noun_after(draft, match.end()) if match else None
        if found and found[1].ent_type_ not in ("DATE", "TIME"):
            draft.counts = self.context.text(found[0])
            end = draft.end
            rate(self.text, draft, found[1].idx + len(found[1]))
            if match and match.group().lstrip().startswith("("):  # the conversion is a figure of its own
                draft.end = end


def _compound(draft: Draft, words: list[Token]) -> bool:
    """Whether more than one of a singular can only belong to the first of two nouns: "the 12 member panel"."""
    if (
        not isinstance(draft.value, float)
        or draft.value <= 1
        or draft.value % 1
        or draft.scale > 1
        or draft.kind != "count"
    ):
        return False
    return (
        len(words) > 1
        and words[0].tag_ == words[-1].tag_ == "NN"
        and words[1].pos_ in ("NOUN", "ADJ")
        and words[-1].lower_ not in _UNCOUNTED
        and words[0].dep_ in ("compound", "nmod", "amod", "npadvmod")
    )

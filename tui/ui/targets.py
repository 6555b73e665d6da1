"""What is chosen, and where it stands in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.domain.comparing import merge_same
from tui.domain.findings import Number, Organisation, OtherMarked, Person, Quote
from tui.domain.text import Sentence, Span
from tui.ui.rows import Item, find_again, findings_of, said_by
from tui.ui.widgets.article_view import Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.findings import Analysis
    from tui.domain.text import Document

_COMPARED = 500
"""Figures of one value up to which they are looked at for being the same figure."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader has chosen: a finding at one of its mentions, a sentence, or the words that a search found."""

    kind: str
    """The pane it was chosen in: one of `rows.KINDS`; or "sentence", or "match"."""
    finding: Item | Sentence | Span
    """The finding, the sentence, or the words."""
    mention: int = 0
    """Index of the mention shown, for a person or an organisation."""

    @property
    def listed(self) -> Item | None:
        """The finding where it is one that a pane lists, and not a place in the text."""
        return None if isinstance(self.finding, Sentence | Span) else self.finding

    @property
    def entity(self) -> Person | Organisation | None:
        """The finding where it is one that has mentions."""
        return self.finding if isinstance(self.finding, (Person, Organisation)) and self.finding.mentions else None


def target_of(choice: Choice, document: Document, analysis: Analysis | None = None) -> Target | None:
    """Where a choice stands; None for a finding without any mention.

    With `analysis`, a quote whose speaker is carried over has for its speaker the words that mention them last.
    """
    finding = choice.finding
    if isinstance(finding, Sentence):
        return Target(finding.span)
    if isinstance(finding, Span):
        return Target(_sentences(finding, document), (finding,))
    if isinstance(finding, Quote):
        speaker = finding.speaker.span if finding.speaker else None
        if speaker is None and analysis is not None and finding.speaker:
            from tui.ui.carried import carried_from

            speaker = carried_from(finding, analysis, document)
        sentence, own = _sentences(finding.span, document), finding.own_words
        if not finding.reported:
            return Target(sentence, own, finding.cue, speaker)
        return Target(sentence, own, finding.cue, speaker, finding.span)
    if isinstance(finding, Number | OtherMarked):
        return Target(_sentences(finding.span, document), (finding.span,))
    if not finding.mentions:
        return None
    mention = finding.mentions[choice.mention % len(finding.mentions)]
    return Target(document.sentences[mention.sentence].span, (mention.span,))


def _sentences(span: Span, document: Document) -> Span:
    """The sentence that holds `span`, or all those that it reaches into."""
    first = document.sentences[document.sentence_at(span.start)].span
    last = document.sentences[document.sentence_at(max(span.start, span.end - 1))].span
    return Span(min(first.start, span.start), max(last.end, span.end))


def relatives(choice: Choice, analysis: Analysis, listed: Sequence[Item]) -> list[Item]:
    """Where else a quote's speaker speaks, or a figure is given, in the order of the text, the choice among them.

    `listed` is what the pane shows: among quotes, only what can be seen is stepped to.
    """
    finding = choice.finding
    if isinstance(finding, Sentence | Span):
        return []
    if isinstance(finding, Quote):
        return [q for q in listed if isinstance(q, Quote) and (q is finding or said_by(q, finding, analysis))]
    if isinstance(finding, Number):
        worth = _worth(finding)
        alike = [number for number in analysis.numbers if number.value == finding.value and _worth(number) == worth]
        if len(alike) > _COMPARED:
            return [finding]  # "one" in a book: nobody steps through that, and the keys would wait
        return [number for number in alike if number is finding or len(merge_same((finding, number))) == 1]
    return [finding]


def _worth(number: Number) -> tuple[object, ...]:
    return number.kind, number.value, number.low, number.high


def renewed(choice: Choice, analysis: Analysis) -> Choice:
    """The same choice in a fuller analysis: same finding, same mention. As it was, where it is not there any more."""
    if isinstance(choice.finding, Sentence | Span):
        return choice
    findings = findings_of(choice.kind, analysis, reported=True, others=True)
    index = find_again(choice.finding, findings)
    if index is None:
        return choice
    finding = findings[index]
    before = choice.entity
    if before is None or not isinstance(finding, (Person, Organisation)):
        return replace(choice, finding=finding)
    span = before.mentions[choice.mention].span
    mention = next((number for number, other in enumerate(finding.mentions) if other.span == span), 0)
    return replace(choice, finding=finding, mention=mention)

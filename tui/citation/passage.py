"""What is cited: the verbatim words of a finding, sentence or selection, who spoke them and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.domain.findings import Number, Organisation, Person, Quote
from tui.domain.text import Sentence, Span
from tui.ingest.display import safe

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Speaker
    from tui.domain.text import Document

    Citable = Person | Organisation | Quote | Number | Sentence | Span

Manner = Literal["spoken", "fragment", "mixed", "reported", "about", "words"]

_MARKS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‹": "›", "”": "”"}
"""What closes the words that each opening mark opens."""
_PRONOUNS = frozenset("i you he she it we they one who this that these those".split())
_NOT_WHOLE = {"reported": ", as reported", "mixed": ", quoted in part", "fragment": ", quoted in part"}
"""What a credit says of words that are not all that was said."""
_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article, as a citation shows them."""

    words: str
    """The verbatim words with their own marks, safe to show. Broken lines are joined; paragraphs stand apart."""
    span: Span
    """Where the words stand, marks included."""
    target: Span
    """Where the finding itself stands: the figure in its sentence, the name in its sentence."""
    manner: Manner
    """Spoken in marks, a fragment of what was spoken, reported with some of it in marks, reported by the article, a
    sentence about somebody, or the article's own words."""
    name: str
    """Who speaks, or whom the words are about; "" where nobody is known."""
    role: str
    """What the article says they are; "" where it says nothing."""
    paragraph: int
    """Number of the paragraph, counted from 1."""

    @property
    def who(self) -> str:
        """Name and role."""
        return ", ".join(part for part in (self.name, self.role) if part)

    @property
    def credit(self) -> str:
        """Who speaks or is spoken of, told apart, so that reported words are never taken for spoken ones."""
        if not self.who:
            return ""
        if self.manner == "about":
            return f"on {self.who}"
        return f"{self.who}{_NOT_WHOLE.get(self.manner, '')}"

    @property
    def remark(self) -> str:
        """The passage on one line, for the notes of a reference manager: words, credit, paragraph."""
        words = self.words.replace("\n\n", " ")
        place = f"(para. {self.paragraph})" if self.paragraph else ""
        return " ".join(part for part in (words, self.credit and f"— {self.credit}", place) if part)

    @property
    def in_marks(self) -> bool:
        """Whether the words already open and close with quotation marks of the source."""
        return self.words[-1:] in tuple(_MARKS.get(self.words[:1], ""))


def passages_of(document: Document, analysis: Analysis, finding: Citable | list[Citable]) -> tuple[Passage, ...]:
    """The passages of one finding, or of several in the order of the article."""
    if isinstance(finding, list):
        found = {passage_of(document, analysis, one): None for one in finding}
        return tuple(sorted(found, key=lambda passage: (passage.span, passage.target)))
    return (passage_of(document, analysis, finding),)


def passage_of(document: Document, analysis: Analysis, finding: Citable) -> Passage:
    """The passage of one finding. Offsets of a Span are held to the document's."""
    if isinstance(finding, Quote):
        return _of_quote(document, analysis, finding)
    if isinstance(finding, Number):
        return _passage(document, _sentences(document, finding.span), finding.span)
    if isinstance(finding, Person | Organisation):
        return _of_entity(document, finding)
    span = finding.span if isinstance(finding, Sentence) else finding
    end = min(max(span.end, 0), len(document.text))
    span = Span(min(max(span.start, 0), end), end)
    return _passage(document, span, span)


def _of_quote(document: Document, analysis: Analysis, quote: Quote) -> Passage:
    name = role = ""
    if (speaker := quote.speaker) and not _is_pronoun(speaker):
        name = speaker.name
        roles: tuple[str, ...] = ()
        if speaker.person is not None:
            roles = analysis.people[speaker.person].roles
        elif speaker.organisation is not None:
            roles = analysis.organisations[speaker.organisation].roles
        role = next((r for r in roles if r.casefold() not in name.casefold()), "")
    if quote.reported:  # the article's words, not the speaker's: with the clause that says so
        manner: Manner = "mixed" if quote.mixed else "reported"
        return _passage(document, _sentences(document, quote.span), quote.span, manner, name, role)
    manner = "fragment" if quote.in_part else "spoken"
    return _passage(document, with_marks(document, quote.span), quote.span, manner, name, role)


def _is_pronoun(speaker: Speaker) -> bool:
    """Whether nothing but a pronoun is known of who speaks: outside its sentence it names nobody."""
    return speaker.person is None and speaker.organisation is None and speaker.name.casefold() in _PRONOUNS


def _of_entity(document: Document, entity: Person | Organisation) -> Passage:
    role = next(iter(entity.roles), "")
    named = [mention for mention in entity.mentions if mention.kind == "name"] or list(entity.mentions)
    prose = [m for m in named if document.paragraphs[document.paragraph_at(m.span.start)].kind == "body"]
    mention = next(iter(prose or named), None)
    if mention is None:
        return Passage(safe(entity.name), Span(0, 0), Span(0, 0), "about", "", safe(role), 0)
    return _passage(document, _sentences(document, mention.span), mention.span, "about", entity.name, role)


def _sentences(document: Document, span: Span) -> Span:
    """The whole sentences around `span`."""
    if not document.sentences:
        return span
    first = document.sentences[document.sentence_at(span.start)]
    last = document.sentences[document.sentence_at(max(span.start, span.end - 1))]
    return Span(min(first.span.start, span.start), max(last.span.end, span.end))


def with_marks(document: Document, span: Span) -> Span:
    """`span` with the quotation marks right around it, where the source has both."""
    text = document.text
    closing = _MARKS.get(text[span.start - 1 : span.start]) if span.start else None
    if closing is None:
        return span
    match = re.compile(r"[,.!?…]?\s?").match(text, span.end)
    for end in (span.end, match.end() if match else span.end):
        if text[end : end + 1] and text[end] in closing:
            return Span(span.start - 1, end + 1)
    return span


def _passage(
    document: Document, span: Span, target: Span, manner: Manner = "words", name: str = "", role: str = ""
) -> Passage:
    parts = []
    for number in range(document.paragraph_at(span.start), document.paragraph_at(max(span.start, span.end - 1)) + 1):
        if number < len(document.paragraphs):
            paragraph = document.paragraphs[number].span
            part = document.text[max(span.start, paragraph.start) : min(span.end, paragraph.end)]
            parts.append(safe(_BREAK.sub(" ", part)).strip())
    words = "\n\n".join(part for part in parts if part)
    return Passage(words, span, target, manner, safe(name), safe(role), document.paragraph_at(target.start) + 1)

"""An analysis as plain data, and back: the public interface of `pullquote analyze` (schema 1).

The same shape goes through the pipe from the analysis process and into the store of kept analyses. It changes only by
adding.
"""

from __future__ import annotations

from typing import Any

from tui.domain.findings import (
    Analysis,
    Candidate,
    Mention,
    Number,
    Organisation,
    OtherMarked,
    Person,
    Quote,
    Speaker,
)
from tui.domain.text import Document, Facts, Found, Paragraph, Span

SCHEMA = 1

Json = dict[str, Any]


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _entity(entity: Person | Organisation) -> Json:
    return {
        "name": entity.name,
        "roles": list(entity.roles),
        "mentions": [{**_span(m.span), "kind": m.kind, "sentence": m.sentence} for m in entity.mentions],
    }


def _speaker(speaker: Speaker) -> Json:
    return {
        "name": speaker.name,
        "person": speaker.person,
        "organisation": speaker.organisation,
        "text": speaker.text,
        "start": speaker.span.start if speaker.span else None,
        "end": speaker.span.end if speaker.span else None,
        "how": speaker.how,
        "confidence": round(speaker.confidence, 3),
    }


def _quote(quote: Quote) -> Json:
    return {
        **_span(quote.span),
        "kind": quote.kind,
        "sentence": quote.sentence,
        "segments": [_span(segment) for segment in quote.segments],
        "speaker": _speaker(quote.speaker) if quote.speaker else None,
        "cue": _span(quote.cue) if quote.cue else None,
        "candidates": [
            {"name": c.name, "person": c.person, "organisation": c.organisation, "confidence": round(c.confidence, 3)}
            for c in quote.candidates
        ],
        "continues": quote.continues,
        "mixed": quote.mixed,
        "unmarked": quote.unmarked,
    }


def _number(number: Number) -> Json:
    return {
        **_span(number.span),
        "sentence": number.sentence,
        "kind": number.kind,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "bound": number.bound,
        "approximate": number.approximate,
        "vague": number.vague,
        "unit": number.unit,
        "per": number.per,
        "counts": number.counts,
        "about": number.about,
        "words": number.words,
        "year": number.year,
    }


def findings_to_dict(analysis: Analysis) -> Json:
    """The findings alone, as they go through the pipe and into the store."""
    return {
        "people": [_entity(person) for person in analysis.people],
        "organisations": [_entity(organisation) for organisation in analysis.organisations],
        "quotes": [_quote(quote) for quote in analysis.quotes],
        "numbers": [_number(number) for number in analysis.numbers],
        "other_marked": [{**_span(o.span), "sentence": o.sentence, "why": o.why} for o in analysis.other_marked],
    }


_FACTS = ("title", "byline", "published", "agency", "publication", "place", "url", "language", "accessed")


def _facts(facts: Facts) -> Json:
    found = [{"fact": f.fact, "where": f.where, "sure": f.sure} for f in facts.found]
    return {**{name: getattr(facts, name) for name in _FACTS}, "found": found}


def _paragraphs(document: Document) -> list[Json]:
    return [{**_span(p.span), "kind": p.kind, "duplicate_of": p.duplicate_of} for p in document.paragraphs]


def document_to_dict(document: Document) -> Json:
    """A document without findings, as it goes to the analysis process."""
    return {"text": document.text, **_facts(document.facts), "paragraphs": _paragraphs(document)}


def document_from_dict(data: Json) -> Document:
    """The document in what `document_to_dict` or `to_dict` (with the text) has written."""
    return Document(
        data["text"],
        tuple(Paragraph(Span(p["start"], p["end"]), p["kind"], p["duplicate_of"]) for p in data["paragraphs"]),
        Facts(
            **{name: data.get(name) for name in _FACTS},
            found=tuple(Found(f["fact"], f["where"], f["sure"]) for f in data.get("found", ())),
        ),
    )


def to_dict(document: Document, analysis: Analysis, identity: str, with_text: bool = True) -> Json:
    """The whole contract for one document; `identity` is the caller's "id"."""
    data: Json = {"schema": SCHEMA, "id": identity}
    if with_text:
        data["text"] = document.text
    return data | {
        **_facts(document.facts),
        "paragraphs": _paragraphs(document),
        "sentences": [{**_span(s.span), "paragraph": s.paragraph} for s in document.sentences],
        **findings_to_dict(analysis),
    }


def _mentions(data: list[Json]) -> tuple[Mention, ...]:
    return tuple(Mention(Span(m["start"], m["end"]), m["sentence"], m["kind"]) for m in data)


def _read_speaker(data: Json | None) -> Speaker | None:
    if data is None:
        return None
    span = None if data["start"] is None else Span(data["start"], data["end"])
    return Speaker(
        data["name"], data["person"], data["organisation"], data["text"], span, data["how"], data.get("confidence", 1.0)
    )


def _read_quote(data: Json) -> Quote:
    cue = data["cue"]
    return Quote(
        span=Span(data["start"], data["end"]),
        kind=data["kind"],
        sentence=data["sentence"],
        segments=tuple(Span(s["start"], s["end"]) for s in data["segments"]),
        speaker=_read_speaker(data["speaker"]),
        cue=Span(cue["start"], cue["end"]) if cue else None,
        candidates=tuple(
            Candidate(c["name"], c["person"], c["organisation"], c["confidence"]) for c in data.get("candidates", ())
        ),
        continues=data.get("continues", False),
        mixed=data.get("mixed", False),
        unmarked=data.get("unmarked"),
    )


def _read_number(data: Json) -> Number:
    rest = {key: value for key, value in data.items() if key not in ("start", "end")}
    return Number(span=Span(data["start"], data["end"]), **rest)


def findings_from_dict(data: Json) -> Analysis:
    """The inverse of `findings_to_dict`. Raises KeyError or TypeError where the data is of another schema."""
    return Analysis(
        people=tuple(Person(p["name"], tuple(p["roles"]), _mentions(p["mentions"])) for p in data["people"]),
        organisations=tuple(
            Organisation(o["name"], tuple(o["roles"]), _mentions(o["mentions"])) for o in data["organisations"]
        ),
        quotes=tuple(_read_quote(q) for q in data["quotes"]),
        numbers=tuple(_read_number(n) for n in data["numbers"]),
        other_marked=tuple(
            OtherMarked(Span(o["start"], o["end"]), o["sentence"], o["why"]) for o in data.get("other_marked", ())
        ),
    )

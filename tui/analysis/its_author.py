"""Who speaks as "whose author" or "whose owner": somebody of what stands before, whom the text may go on to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source

_AUTHORS = frozenset(["author", "writer", "chair", "chairman", "chairwoman"])
_STUDIES = frozenset("report review study inquiry investigation audit paper book assessment survey".split())
"""What has an author, and may be another word for it further on."""
_AHEAD = 2
"""Sentences ahead that the author may be named."""


def spoken_of(reading: Reading, source: Source, entities: Entities) -> tuple[str, Entity | None] | None:
    """The name, or the words, for "whose author"; None for other words."""
    words = reading.words(source.span)
    if len(words) < 2 or words[0].lower_ != "whose":
        return None
    at = words[0].i - 1
    while at > 0 and reading.tokens[at].is_punct:
        at -= 1
    owner = reading.tokens[at] if at >= 0 else None
    if owner is None or owner.pos_ not in ("NOUN", "PROPN") or not reading.outside(owner):
        return None
    if source.head.lower_ in _AUTHORS and owner.lemma_.lower() in _STUDIES:
        author = _named_author(reading, source, entities)
        if author is not None:
            return author.name, author
    own = " ".join(reading.document.slice(Span(words[1].idx, source.span.end)).split())
    entity = entities.at(Span(owner.idx, owner.idx + len(owner)))
    whole = entity.name if entity is not None and entity.kind != "unnamed" else _phrase(reading, owner)
    return f"{own} of {whole}", None


def _phrase(reading: Reading, noun: Token) -> str:
    span = reading.phrase(noun).span
    return " ".join(reading.document.slice(Span(span.start, noun.idx + len(noun))).split())


def _named_author(reading: Reading, source: Source, entities: Entities) -> Entity | None:
    """The one person by whom a study is said to be in the sentences that follow: "The review by Ann Lee found"."""
    document = reading.document
    here = document.sentence_at(source.span.start)
    found: dict[int, Entity] = {}
    for sentence in document.sentences[here + 1 : here + 1 + _AHEAD]:
        for word in reading.outside_words(sentence.span):
            if word.lower_ != "by" or word.head.lemma_.lower() not in _STUDIES:
                continue
            name = next((child for child in word.children if child.dep_ == "pobj" and child.pos_ == "PROPN"), None)
            person = entities.at(Span(name.idx, name.idx + len(name))) if name is not None else None
            if person is not None and person.kind == "person":
                found[id(person)] = person
    return next(iter(found.values())) if len(found) == 1 else None

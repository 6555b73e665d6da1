"""Articles in other languages than English: their people and organisations, where spaCy's model for it is installed.

The rules for quotes, figures and pronouns are English and would find nonsense in another language; a wrong name is
worse than none, so none of them is used. Nothing here imports spaCy until an article is read.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from typing import TYPE_CHECKING

from tui.domain.findings import Analysis, Mention, Organisation, Person
from tui.domain.text import Span
from tui.ingest.language import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.model import Parsed
    from tui.domain.text import Document

_PEOPLE = frozenset(["PER", "PERSON", "PRS", "persName", "NAM"])
_ORGANISATIONS = frozenset(["ORG", "ORGANIZATION", "orgName"])
_KINDS = ("core_news", "core_web")
_SIZES = ("lg", "md", "sm", "trf")


def language_of(document: Document) -> str | None:
    """The code of the document's language where that is not English; None for English and where it is not known."""
    language = document.facts.language
    return None if language in (None, "en") else language


def model_for(language: str) -> str | None:
    """The installed spaCy model of `language`, the largest of those for a CPU first; None where there is none."""
    for size in _SIZES:
        for kind in _KINDS:
            name = f"{language}_{kind}_{size}"
            if importlib.util.find_spec(name) is not None:
                return name
    return None


def note_for(document: Document) -> str | None:
    """One sentence for the reader of an article that is not in English; None for one that is."""
    language = language_of(document)
    if language is None:
        return None
    name = name_of(language)
    if model := model_for(language):
        return f"In {name}: people and organisations alone are looked for, with {model}."
    return f"In {name}: nothing is looked for; with spaCy's {language}_core_news_sm, people and organisations are."


def kept_under(document: Document, model: str) -> str:
    """The name of the model under which an analysis of `document` is kept, where `model` is that of the settings."""
    language = language_of(document)
    return model if language is None else f"{language}:{model_for(language) or ''}"


def find_named(parsed: Parsed) -> Analysis:
    """People and organisations as the language's own model marks them.

    A single name stands for the one person whose full name ends with it, and for nobody where two do.
    """
    people: list[tuple[str, Mention]] = []
    organisations: list[tuple[str, Mention]] = []
    for entity in parsed.doc.ents:
        words = " ".join(entity.text.split())
        if not any(map(str.isalpha, words)):
            continue
        span = Span(entity.start_char, entity.end_char)
        mention = Mention(span, parsed.document.sentence_at(span.start), "name")
        if entity.label_ in _PEOPLE:
            people.append((words, mention))
        elif entity.label_ in _ORGANISATIONS:
            organisations.append((words, mention))
    full = {words for words, _ in people if " " in words}
    holders = Counter(words.rpartition(" ")[2] for words in full)
    by_surname = {words.rpartition(" ")[2]: words for words in full if holders[words.rpartition(" ")[2]] == 1}
    named = [(by_surname.get(words, words), mention) for words, mention in people]
    return Analysis(
        people=tuple(Person(name, (), mentions) for name, mentions in _grouped(named)),
        organisations=tuple(Organisation(name, (), mentions) for name, mentions in _grouped(organisations)),
    )


def _grouped(named: Iterable[tuple[str, Mention]]) -> list[tuple[str, tuple[Mention, ...]]]:
    groups: dict[str, list[Mention]] = {}
    for name, mention in named:
        groups.setdefault(name, []).append(mention)
    return [(name, tuple(mentions)) for name, mentions in groups.items()]

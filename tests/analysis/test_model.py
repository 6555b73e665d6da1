"""The model is loaded without what the reader does not use, and reads a document whole."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui.analysis import model
from tui.analysis.pipeline import analyse
from tui.domain.findings import Analysis
from tui.errors import ReaderError
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.domain.text import Document

pytestmark = pytest.mark.model


def test_command_line_of_spacy_is_left_out_and_can_still_be_had() -> None:
    code = (
        "import sys, tui.analysis.model\n"
        "assert 'requests' not in sys.modules and 'spacy.cli' not in sys.modules\n"
        "import spacy.cli, spacy\n"
        "assert spacy.cli.download and spacy.info(silent=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def nlp():  # type: ignore[no-untyped-def]
    return model.load_model()


def test_pieces_join_to_the_whole_text(nlp, seed: Document, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(model, "PIECE", 700)
    steps = list(model.parse(nlp, seed))
    shares = [share for share, _ in steps]
    assert len(shares) > 4
    assert shares == sorted(shares)
    readings = [reading for _, reading in steps if reading]
    assert 2 < len(readings) < len(steps)
    whole = readings[-1]
    assert whole.end == len(seed.text)
    assert whole.doc.text == seed.text
    assert [s.start_char for s in whole.doc.sents] == [s.span.start for s in seed.sentences]
    assert all(seed.text.startswith(token.text, token.idx) for token in whole.doc)
    assert all(reading.doc.text == seed.text[: reading.end] for reading in readings)


def test_paragraph_without_end_is_cut_at_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PIECE", 100)
    document = make_document("A few words make a sentence. " * 40)
    pieces = list(model.cut(document))
    assert len(pieces) > 3
    assert "".join(document.text[start:end] for start, end in pieces) == document.text
    assert all(document.text[start] == "A" for start, _ in pieces)


def test_model_of_the_settings_that_is_missing_is_named() -> None:
    with pytest.raises(ReaderError, match="'no_such_model' of your settings"):
        model.load_model("no_such_model")


@pytest.mark.filterwarnings("ignore:.*W095")
def test_model_reads_the_same_without_the_strings_of_its_vectors(nlp, seed: Document) -> None:  # type: ignore[no-untyped-def]
    import spacy

    whole = spacy.load(nlp.path, exclude=["senter"])
    attributes = ["ORTH", "NORM", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "MORPH"]
    assert (whole(seed.text).to_array(attributes) == nlp(seed.text).to_array(attributes)).all()
    assert [t.lemma_ for t in whole(seed.text)] == [t.lemma_ for t in nlp(seed.text)]


def test_a_text_of_nothing_is_read_at_once(nlp) -> None:  # type: ignore[no-untyped-def]
    ((share, reading),) = model.parse(nlp, make_document(""))
    assert share == 1.0
    assert analyse(reading) == Analysis()

"""An article in another language gets no English findings: its own model's names, or none, and a line that says so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.analysis import other_languages
from tui.analysis.other_languages import kept_under, model_for, note_for
from tui.cli import main
from tui.domain.contract import document_from_dict, document_to_dict
from tui.domain.findings import Analysis
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.text import Document

FRENCH = (Path(__file__).parents[1] / "corpus" / "good" / "french.txt").read_text(encoding="utf-8")


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A French model of our own, installed for one test: it knows the names of one article."""
    import spacy

    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([  # type: ignore[attr-defined]
        {"label": "PER", "pattern": "Ruth Ellery"},
        {"label": "PER", "pattern": "Ellery"},
        {"label": "ORG", "pattern": "service des eaux"},
        {"label": "LOC", "pattern": "Holmbridge"},
    ])  # fmt: skip
    package = tmp_path / "fr_core_news_sm"
    package.mkdir()
    nlp.to_disk(package / "data")
    (package / "__init__.py").write_text(
        "from pathlib import Path\nimport spacy\n\n\ndef load(**overrides):\n"
        "    return spacy.load(Path(__file__).parent / 'data', **overrides)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("spacy.util.is_package", lambda name: name == "fr_core_news_sm")
    yield "fr_core_news_sm"  # type: ignore[misc]
    sys.modules.pop("fr_core_news_sm", None)


@pytest.fixture
def french() -> Document:
    """The article, with a later mention by surname."""
    return make_document(FRENCH + "\n\nÀ midi, Ellery a parlé devant la presse et le conseil de la ville.\n")


def test_english_article_has_no_note(seed: Document) -> None:
    assert seed.facts.language == "en"
    assert note_for(seed) is None
    assert kept_under(seed, "x") == "x"


@pytest.mark.model
def test_without_its_model_nothing_is_made_up(
    french: Document, analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_languages, "model_for", lambda language: None)
    monkeypatch.setattr("tui.analysis.pipeline.model_for", lambda language: None)
    assert analyser.analyse(french) == Analysis()
    assert list(analyser.stream(french)) == [(1.0, Analysis())]
    note = note_for(french)
    assert note is not None and "French" in note and "fr_core_news_sm" in note


@pytest.mark.model
def test_with_its_model_names_are_found_and_nothing_else(french: Document, analyser: Analyser, model: str) -> None:
    assert model_for("fr") == model
    found = analyser.analyse(french)
    assert [(person.name, len(person.mentions)) for person in found.people] == [("Ruth Ellery", 2)]
    assert [organisation.name for organisation in found.organisations] == ["service des eaux"]
    assert found.quotes == () and found.numbers == ()
    mention = found.people[0].mentions[1]
    assert french.slice(mention.span) == "Ellery"
    assert french.sentences[mention.sentence].span.contains(mention.span)
    assert kept_under(french, "") != kept_under(make_document("Words."), "")


@pytest.mark.model
def test_command_says_so_in_one_line_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "french.txt"
    file.write_text(FRENCH, encoding="utf-8")
    assert main(["analyze", str(file), "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert '"language": "fr"' in printed.out
    assert printed.err.count("\n") == 1 and "In French" in printed.err


def test_document_goes_to_the_analysis_process_whole(french: Document) -> None:
    again = document_from_dict(document_to_dict(french))
    assert (again.text, again.paragraphs, again.facts) == (french.text, french.paragraphs, french.facts)

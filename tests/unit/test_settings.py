"""Settings are read, checked and saved without losing what else is in the file."""

from __future__ import annotations

import pytest

from tui import settings
from tui.errors import ReaderError


def write(text: str) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text(text, encoding="utf-8")


def test_without_a_file_the_defaults_hold() -> None:
    assert settings.load() == settings.Settings()


def test_file_names_only_what_differs() -> None:
    write('measure = 60\n[keys]\nquit = "ctrl+x"\n')
    loaded = settings.load()
    assert (loaded.measure, loaded.keys, loaded.citation_style) == (60, {"quit": "ctrl+x"}, "plain")


def test_saving_keeps_comments_and_unknown_settings() -> None:
    write("# mine\nmeasure = 60 # wide\nfuture = true\n")
    settings.save(citation_style="apa")
    text = settings.path().read_text(encoding="utf-8")
    assert "# mine" in text
    assert "measure = 60 # wide" in text
    assert "future = true" in text
    assert settings.load().citation_style == "apa"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("measure = ", "not valid TOML"),
        ('measure = "wide"', "measure in .* has to be a whole number"),
        ("measure = 5", "has to be from 30 to 200"),
        ("[keys]\nquit = 1", "keys in .* has to be a table of texts"),
        ('citation_stlye = "apa"', "no setting 'citation_stlye' in .*: is citation_style meant"),
    ],
)
def test_faulty_file_is_said_in_a_sentence(text: str, message: str) -> None:
    write(text)
    with pytest.raises(ReaderError, match=message):
        settings.load()

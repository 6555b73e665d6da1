"""Which language a text is in, by its words; a few are enough where they leave no doubt."""

from __future__ import annotations

import pytest

from tui.ingest.language import guess_language
from tui.ingest.structure import kind_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Fähre fährt auch im Winter nicht mehr.", "de"),
        ("Die Fähre fährt auch im Winter, sagte Anna Weber am Dienstag. Das kostet die Stadt 2,4 Millionen.", "de"),
        ("Le maire a dit que le bac ne circulera pas cet hiver", "fr"),
        ("El alcalde dice que no hay dinero para el ferry en este invierno", "es"),
        ("Il sindaco ha detto che la nave non sarà in servizio", "it"),
        ("Паромы будут ходить всю зиму", "ru"),
        ("Пором ходитиме всю зиму, сказала міська голова", "uk"),
    ],
)
def test_headline_or_sentence_in_another_language_is_known(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Council backs new bridge over the river",
        "Das Boot: Die Rückkehr – review of a der Film",
        "A no-deal Brexit is still on the table, says EU",
        "Go to El Paso, not to La Paz: a guide to the best tacos",
        "Le Pen, Macron and la France profonde: a view from the left",
        "Premier League results: Leeds 2 Man City 0 Everton 1",
        "De Gaulle, de Klerk, de Blasio",
        "Die hard fans of Man United die in crash",
        "Мост",
    ],
)
def test_few_words_of_english_or_of_names_are_in_no_other_language(text: str) -> None:
    assert guess_language(text) is None


@pytest.mark.parametrize("text", ["市長の佐藤花子氏は火曜日、述べた。", "市长周二表示，渡轮将运行！", "क्या नाव चलेगी।"])
def test_sentence_that_ends_with_a_stop_of_its_script_is_no_heading(text: str) -> None:
    assert kind_of(text) == "body"

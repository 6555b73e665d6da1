"""Lines of printed pages become the paragraphs that a reader sees."""

from __future__ import annotations

import pytest
from corpus.make import Run, pdf

from tui.ingest.pdf import open_pdf
from tui.ingest.pdf_layout import Line, blocks_of_pages


def column(*texts: str, left: float = 0.1, right: float = 0.9, top: float = 0.85, size: float = 10) -> list[Line]:
    """Lines one below the other; a text that ends in "¬" is hyphenated there."""
    return [
        Line(text.rstrip("¬"), left, right, top - 0.015 * number, size, hyphen=text.endswith("¬"))
        for number, text in enumerate(texts)
    ]


def texts(*pages: list[Line]) -> list[str]:
    blocks, _ = blocks_of_pages(list(pages))
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["The embank¬", "ment held until the morning."], "The embankment held until the morning."),
        (["It cost forty¬", "two million pounds at first."], "It cost forty-two million pounds at first."),
        (["The Anglo¬", "Saxon wall held until noon."], "The Anglo-Saxon wall held until noon."),
        (["A well-known and well¬", "known wall."], "A well-known and well-known wall."),
        (["The low-lying fields, the low¬", "lying town."], "The low-lying fields, the low-lying town."),
    ],
)  # fmt: skip
def test_hyphen_stays_only_where_it_belongs_to_the_word(lines: list[str], joined: str) -> None:
    assert texts(column(*lines)) == [joined]


def test_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = column("The water rose through the night and reached the", "sill of the school by the time that the",
                   left=0.1, right=0.45) + column("pumps came from the county, and it stayed there", "for two days.",
                                                  left=0.55, right=0.9)  # fmt: skip
    second = column("Nobody was hurt in the town or below it.")
    assert texts(first, second) == [
        "The water rose through the night and reached the sill of the school by the time that the pumps came from the "
        "county, and it stayed there for two days.",
        "Nobody was hurt in the town or below it.",
    ]


def test_indent_and_gap_begin_a_paragraph() -> None:
    lines = column("One line of the first paragraph, which is long.", "Its second line ends here.")
    indented = [Line("The second paragraph is indented, and is long too.", 0.13, 0.9, 0.82, 10)]
    apart = [Line("The third stands apart from it.", 0.1, 0.6, 0.76, 10)]
    assert len(texts(lines + indented + apart)) == 3


def test_heads_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [
            Line(f"The Harbour Courier, page {n}", 0.1, 0.5, 0.96, 8),
            *column(f"Paragraph {n} of the report stands here."),
            Line(str(n), 0.5, 0.52, 0.03, 8),
        ]
        for n in range(1, 5)
    ]
    assert texts(*pages) == [f"Paragraph {n} of the report stands here." for n in range(1, 5)]


def test_running_head_of_an_only_page_is_set_apart() -> None:
    page = [Line("The Harbour Courier", 0.1, 0.5, 0.96, 8), *column("The paragraph stands here, in larger type.")]
    blocks, _ = blocks_of_pages([page])
    assert [block.kind for block in blocks] == ["boilerplate", None]


def test_words_run_together_are_parted_by_the_gap_between_their_letters() -> None:
    page: list[Run] = [(72, 700, 10, "R", "The river"), (115, 700, 10, "R", "rose"), (150, 700, 10, "R", "again.")]
    assert open_pdf(pdf([page]), "x").text == "The river rose again."


def test_name_that_a_program_wrote_is_no_author() -> None:
    data = pdf([[(72, 700, 10, "R", "The river rose again on Monday.")]]).replace(b"/Title ()", b"/Author (anonymous)")
    assert open_pdf(data, "x").facts.byline is None

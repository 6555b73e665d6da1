"""Rows: nothing cut, nothing lost, nothing too wide, and fast enough to be done while one waits."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.growth import cost
from tui.ingest.structure import tag_paragraphs
from tui.ui.wrapping import Rows, cells, column, drawn, wrap

PROSE = "The harbour was closed for nearly three days, and nobody — not even the harbourmaster—could say why it was so."
WIDE = (
    "港口关闭了三天，没有人能说明原因。港口关闭了三天，没有人能说明原因。",
    "Family 👩‍👩‍👧‍👦 and 🇲🇽🇺🇸 flags ❤️ beside plain words, naïve cafe\u0301 and ﬁne print",
    "👩‍💻" * 40,
    "🇲🇽" * 31,
    "x" + "🇲🇽" * 31,
    "e\u0301" * 90,
    "“港口”（关闭）：word、word and 日本語のテキスト、です。",
    "zero\u200bwidth soft\xadhyphen " * 9,
)


def rows_of(text: str, width: int) -> list[str]:
    rows = Rows(text, [(start, end, kind) for start, end, kind, _ in tag_paragraphs(text)], width)
    return [drawn(text[slice(*rows.span(row))]) for row in range(len(rows))]


@pytest.mark.parametrize("width", [8, 20, 33, 72])
@pytest.mark.parametrize("text", [PROSE, *WIDE])
def test_no_row_is_wider_than_the_column_and_no_word_is_lost(text: str, width: int) -> None:
    starts = wrap(text, 0, len(text), width)
    lines = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert "".join(lines) == text
    assert all(line.strip() for line in lines)
    assert max(cells(drawn(line.rstrip())) for line in lines) <= width


@pytest.mark.parametrize("width", [14, 25, 72])
def test_a_line_breaks_at_spaces_and_after_long_dashes_only(width: int) -> None:
    starts = wrap(PROSE, 0, len(PROSE), width)
    assert all(PROSE[start - 1] in " —" for start in starts[1:])


def test_lines_are_filled() -> None:
    lines = rows_of("one two three four five", 9)[1:]
    assert lines == ["one two", "three", "four five"]


def test_a_word_longer_than_the_line_is_cut_and_no_other() -> None:
    assert rows_of("see abcdefghijklmnopqrst now", 10)[1:] == ["see", "abcdefghij", "klmnopqrst", "now"]


def test_an_emoji_of_several_characters_and_a_flag_are_never_cut() -> None:
    for character in ("👩‍💻", "🇲🇽", "e\u0301"):
        text = "x" + character * 20
        starts = wrap(text, 0, len(text), 9)
        assert all((start - 1) % len(character) == 0 for start in starts[1:])


def test_a_line_of_chinese_begins_with_no_closing_mark() -> None:
    text = WIDE[0]
    for width in range(8, 30):
        assert not any(text[start] in "，。" for start in wrap(text, 0, len(text), width))


def test_hard_wrapped_lines_flow_together_but_lists_keep_their_lines() -> None:
    text = (
        "The committee agreed on\r\nthe following points:\n- first, a longer wall\n"
        "  - second, a shorter one\nand no third."
    )
    starts = wrap(text, 0, len(text), 30)
    lines = [
        drawn(text[a:b]).replace("\u200b", "").rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    assert lines == [
        "The committee agreed on the",
        "following points:",
        "- first, a longer wall",
        "- second, a shorter one and no",
        "third.",
    ]


def test_paragraphs_are_parted_and_a_heading_stands_close_above_its_text() -> None:
    text = "One line of text, which ends.\n\n\nA heading\n\nMore text follows here.\n"
    assert rows_of(text, 40) == ["", "One line of text, which ends.", "", "A heading", "More text follows here."]


def test_every_offset_finds_the_row_that_shows_it() -> None:
    text = "\n".join([PROSE, *WIDE, PROSE])
    rows = Rows(text, [(start, end, kind) for start, end, kind, _ in tag_paragraphs(text)], 20)
    for row in range(len(rows)):
        start, end = rows.span(row)
        assert all(rows.row_of(offset) == row for offset in range(start, end))


def test_rows_found_step_by_step_are_the_same_as_all_at_once() -> None:
    text = "\n\n".join([PROSE, *WIDE] * 5)
    tagged = [(start, end, kind) for start, end, kind, _ in tag_paragraphs(text)]
    whole, slow = Rows(text, tagged, 30), Rows(text, tagged, 30, 5)
    assert not slow.complete
    assert [slow.span(row) for row in range(5)] == [whole.span(row) for row in range(5)]
    slow.reach(len(text) // 2)
    assert slow.row_of(len(text) // 2) == whole.row_of(len(text) // 2)
    slow.grow()
    assert slow.complete
    assert [slow.span(row) for row in range(len(slow))] == [whole.span(row) for row in range(len(whole))]


def test_the_column_is_centred_and_never_wider_than_the_measure() -> None:
    assert column(75) == (2, 72)
    assert column(99) == (14, 72)
    assert column(39) == (2, 36)
    assert column(100, 60) == (20, 60)
    left, width = column(5)
    assert (left, width) == (0, 8)


def test_a_book_is_wrapped_in_less_time_than_its_words_take_to_find() -> None:
    text = "\n\n".join([PROSE * 4, "“" + PROSE + "”"] * 4000)
    tagged = [(start, end, kind) for start, end, kind, _ in tag_paragraphs(text)]
    # one row in twelve words, and a row's end is all that is looked for
    assert cost(lambda: Rows(text, tagged, 72)) < cost(lambda: [*re.finditer(r"\S+", text)])


def test_wrapping_costs_the_first_page_no_import_but_re_bisect_and_array() -> None:
    code = (
        "import sys, __future__, re, bisect, array; old = set(sys.modules); import tui.ui.wrapping, tui.ui.typography; "
        "print([m for m in set(sys.modules) - old if not m.startswith('tui')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_every_character_that_is_taken_for_one_cell_is_one() -> None:
    from rich.cells import cell_len

    from tui.ui.wrapping import _ONE_CELL

    taken = [chr(code) for code in range(0x110000) if _ONE_CELL.fullmatch(chr(code))]
    assert len(taken) > 1000
    assert [character for character in taken if cell_len(drawn(character)) != 1] == []


@pytest.mark.parametrize("width", range(8, 40))
def test_runs_of_ideographs_are_broken_between_them_and_marks_stay_where_they_belong(width: int) -> None:
    text = "word 港口（关闭）了三天，没有人「能」说明原因。Then 港口关闭了三天，没有人，港口！！！！and more 日本語。"
    starts = wrap(text, 0, len(text), width)
    lines = [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(cells(line) for line in lines) <= width
    assert not [line for line in lines if line[0] in "，。！）」" and width > 10]
    assert not [line for line in lines if line[-1] in "（「"]
    assert min(cells(line) for line in lines[:-1]) >= width // 3

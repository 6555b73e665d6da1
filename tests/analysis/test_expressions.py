"""Figures by the table: each line of `expressions/*.txt` is a sentence of our own and the figures it must give."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tui.domain.figures import is_place
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Number

pytestmark = pytest.mark.model

_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than", "^": "up", "v": "down"}


class Line(NamedTuple):
    """One line of a table."""

    text: str
    expected: list[str]


_TABLES = Path(__file__).parent / "expressions"


def lines(file: Path) -> list[Line]:
    """The lines of one table."""
    found = []
    for raw in file.read_text(encoding="utf-8").splitlines():
        if raw.strip() and not raw.startswith("#"):
            text, _, rest = raw.rpartition(" | ")
            found.append(Line(text, [] if rest == "-" else [part.strip() for part in rest.split(";")]))
    return found


def sentences() -> list[Line]:
    """The lines of all tables whose sentences are read one by one."""
    return [line for file in sorted(_TABLES.glob("*.txt")) for line in lines(file)]


def said(number: Number, expected: str) -> str:
    """`number` in the notation of the tables; parts that `expected` does not ask for are left out."""
    sign = "~" if number.approximate else ""
    sign += {name: mark for mark, name in _BOUNDS.items()}.get(number.bound or "", "")
    if number.value is not None:
        value = number.value if isinstance(number.value, str) else f"{number.value:.7g}"
    elif number.low is not None:
        value = f"{number.low:.7g}" + (f"..{number.high:.7g}" if number.high is not None else "")
    else:
        value = number.words or "none"
    words = f"{number.kind} {sign}{value}{'?' if number.vague else ''}"
    words += f" {number.unit}" if number.unit else ""
    words += f" /{number.per}" if number.per else ""
    return words + (f" : {number.counts}" if " : " in expected and number.counts else "")


def _close(got: str, wanted: str) -> bool:
    """Whether two figures in the notation are the same, thirds and sevenths written with six places."""
    numbers = r"-?\d+\.?\d*(?:e[+-]?\d+)?"
    if re.sub(numbers, "#", got) != re.sub(numbers, "#", wanted):
        return False
    pairs = zip(re.findall(numbers, got), re.findall(numbers, wanted), strict=True)
    return all(math.isclose(float(one), float(other), rel_tol=2e-6) for one, other in pairs)


def differing(numbers: list[Number], line: Line) -> str:
    """What `numbers` give instead of the figures of `line`, "" where they are the same."""
    figures = [number for number in numbers if number.kind not in ("date", "time")]
    if not any(part.startswith("ordinal") for part in line.expected):
        figures = [number for number in figures if not is_place(number)]
    padded = [*line.expected, *("" for _ in range(len(figures) - len(line.expected)))]
    got = [said(number, wanted) for number, wanted in zip(figures, padded, strict=False)]
    same = len(got) == len(line.expected) and all(map(_close, got, line.expected))
    return "" if same else f"{got} instead of {line.expected}"


def batched(table: list[Line]) -> list[list[Line]]:
    """Twenty sentences to a test: a test of its own for each takes as long as the reading."""
    return [table[at : at + 20] for at in range(0, len(table), 20)]


@pytest.mark.parametrize("few", batched(sentences()), ids=lambda few: few[0].text)
def test_sentences_of_the_tables_give_their_figures(analyser: Analyser, few: list[Line]) -> None:
    told = {line.text: differing(list(analyser.analyse(make_document(line.text)).numbers), line) for line in few}
    wrong = [f"{text}: {difference}" for text, difference in told.items() if difference]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", sorted((_TABLES / "whole").glob("*.txt")), ids=lambda file: file.stem)
def test_a_table_read_as_one_text_gives_the_figures_of_each_line(analyser: Analyser, file: Path) -> None:
    table = lines(file)
    numbers = analyser.analyse(make_document("\n\n".join(line.text for line in table))).numbers
    wrong, start = [], 0
    for line in table:
        end = start + len(line.text)
        here = [number for number in numbers if start <= number.span.start < end]
        if told := differing(here, line):
            wrong.append(f"{line.text}: {told}")
        start = end + 2
    assert not wrong, "\n".join(wrong)

"""Figures in tables are told by the heading of their column and the name of their row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ingest.markdown import open_markdown

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_MILLS = """# The mills of Dunbrook

The three mills of Dunbrook made less flour.

| Mill | 2021 | 2022 | Owner |
|---|---|---|---|
| Orwin | 140 t | 1,200 | Tess Orwin |
| Moss and Sons | £2.5m | 30% | Piet Moss |
| Both | They sold 14 mills | 31.5 | nobody |

In all 12 men work there."""


def test_a_figure_in_a_table_counts_what_column_and_row_say(analyser: Analyser) -> None:
    document = open_markdown(_MILLS, "mills.md")
    analysis = analyser.analyse(document)
    assert [(document.slice(n.span), n.counts or n.about) for n in analysis.numbers if n.kind != "date"] == [
        ("three", "mills"),
        ("140", "2021, Orwin"),
        ("1,200", "2022, Orwin"),
        ("£2.5m", "2021, Moss and Sons"),
        ("30%", "2022, Moss and Sons"),
        ("14", "mills"),
        ("31.5", "2022, Both"),
        ("12", "men"),
    ]
    assert not [o.name for o in (*analysis.organisations, *analysis.people) if "|" in o.name]

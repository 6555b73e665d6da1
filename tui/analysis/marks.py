"""Quotation marks paired, paragraph by paragraph. Text only, no model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.text import Document, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text in quotation marks."""

    inner: Span
    """What stands between the marks."""
    outer: Span
    """The same with its marks."""
    closed: bool
    """Whether the closing mark is there; without it the stretch ends with its paragraph."""
    continues: bool = False
    """Whether it goes on a quote that the paragraph before left open."""


def find_marked(document: Document) -> list[Marked]:
    """Everything in outer quotation marks, in the order of the text; nested marks belong to the outer ones."""
    return []

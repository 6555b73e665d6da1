"""Every figure of a document, read, with what it counts."""

from tui.analysis.numbers.finder import find_numbers

__all__ = ["find_numbers"]

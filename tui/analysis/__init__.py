"""From a `Document` to an `Analysis`. The only package that imports spaCy; no spaCy object leaves it."""

"""The app. The only package that imports Textual; it never imports spaCy."""

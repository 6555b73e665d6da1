"""pullquote: a terminal reader that shows who said what. Nothing but the version lives here: it is imported first."""

__version__ = "0.1.0"

"""The version of the analysis: raise it whenever the findings change, so that kept analyses are made anew."""

ANALYSIS_VERSION = 1

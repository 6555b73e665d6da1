"""An analysis as text for other programs and for paper."""

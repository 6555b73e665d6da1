"""On the path of a program under test: its analysis is there, says nothing, and ends with the reader.

An analysis that fails instead says so in the panes, before the app's first frame on a quick machine.
"""

import os
import sys

if any("tui.analysis.worker" in argument for argument in sys.orig_argv):
    sys.stdin.buffer.read()
    os._exit(0)

"""``python -m oz_status``: the command ``oz-status``, the same code, for people who have pip only."""

from __future__ import annotations

import signal
import sys

from . import _native


def main() -> int:
    """Runs the command with the arguments of this process."""
    # Python only notes an interrupt, and looks at the note when the command is over
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

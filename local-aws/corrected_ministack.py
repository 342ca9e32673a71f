"""Starts MiniStack with the corrections and additions of the other files here.

Nothing starts when another release than RELEASE is installed. This file cannot be called ministack.py: Python would
import it in place of the package.
"""

import importlib.metadata
import os
import signal
import sys
import threading

RELEASE = "1.5.33"


def require_release():
    installed = importlib.metadata.version("ministack")
    if installed != RELEASE:
        sys.exit(f"ministack: is release {installed}; the corrections are for {RELEASE}; install local-aws/requirements.txt")


def stop_with_parent():
    """Ends the process group when whoever started it is gone, whose end of the standard input closes then."""
    sys.stdin.read()
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    require_release()
    import corrections
    import hosted_zone
    import layer_commands
    import lightsail_bucket
    import lightsail_distribution

    for correction in (corrections, hosted_zone, layer_commands, lightsail_bucket, lightsail_distribution):
        correction.apply()
    threading.Thread(target=stop_with_parent, daemon=True).start()
    from ministack.app import main

    main()

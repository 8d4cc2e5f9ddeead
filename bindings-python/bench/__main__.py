"""Side by side with what a user would pick instead. Every answer that is timed was compared."""

import platform
import sys
from importlib.metadata import version

import columns
import groups
import payloads

if __name__ == "__main__":
    peers = ", ".join(f"{name} {version(name)}" for name in ("orjson", "msgspec", "numpy", "polars", "duckdb"))
    print(f"oz-status {version('oz-status')}, Python {platform.python_version()} on {sys.platform}; {peers}")
    print("contenders in turns; ratio: how many times as long as ours; ! marks a goal that was missed")
    groups.run()
    payloads.run()
    columns.run()

"""The deepest stack frame of the functions in a disassembly by objdump (x86-64), pages probed one by one included."""

import re
import sys

frames = {}
name = None
for line in sys.stdin:
    if begin := re.match(r"[0-9a-f]+ <(.*)>:", line):
        name = begin[1]
    elif taken := re.search(r"\bsub\s+\$0x([0-9a-f]+),%rsp", line):
        frames[name] = frames.get(name, 0) + int(taken[1], 16)
    # a page by page loop down to a place that lea computes
    elif taken := re.search(r"\blea\s+-0x([0-9a-f]+)\(%rsp\),%r11", line):
        frames[name] = frames.get(name, 0) + int(taken[1], 16)
print(max(frames.values(), default=0))

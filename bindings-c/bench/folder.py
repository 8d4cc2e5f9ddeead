"""folder.py PAYLOAD TARGET: a folder of about 10 KB, the payload's analyses and media repeated under new ids."""

import copy
import json
import sys

with open(sys.argv[1], encoding="utf-8") as source:
    folder = json.load(source)
for key, names in (("analyses", ("analyse_id", "analysis_id")), ("media", ("media_id",))):
    again = copy.deepcopy(folder[key])
    for entry in again:
        for name in names:
            entry[name] = entry[name][::-1]
    folder[key] += again
with open(sys.argv[2], "w", encoding="utf-8") as target:
    json.dump(folder, target, indent=2)

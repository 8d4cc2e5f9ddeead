"""Every relative link of the given Markdown files leads to a file, and every anchor to a heading."""

import pathlib
import re
import sys


def anchors(text):
    headings = re.findall(r"^#+\s+(.*)$", re.sub(r"```.*?```", "", text, flags=re.S), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def main(files):
    broken = []
    links = 0
    for file in map(pathlib.Path, files):
        text = file.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.S)):
            if re.match(r"[a-z]+:", link):
                continue
            links += 1
            path, _, anchor = link.partition("#")
            target = file.parent / path if path else file
            if not target.exists():
                broken.append(f"{file}: {link}: no such file")
            elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
                broken.append(f"{file}: {link}: no such heading")
    print(f"{links} links in {len(files)} documents")
    if broken:
        sys.exit("\n".join(broken))


main(sys.argv[1:])

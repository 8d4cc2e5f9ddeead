"""Bills of materials in CycloneDX 1.5, held to the lock file.

sbom.py PURL BILL TREE OUT [NPM]: turns what cargo-cyclonedx wrote (BILL) into the bill of the package PURL, with
references that name no folder, adds what `npm sbom` found (NPM), writes it to OUT, and fails unless OUT fits the schema
and lists exactly what `cargo tree` names (TREE), at the checksums of Cargo.lock.
"""

import json
import sys
import tomllib
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def bare(purl: str) -> str:
    """The package a purl names, without where it lay."""
    return purl.partition("?")[0]


def portable(raw: dict) -> tuple[dict, list[dict], dict[str, set[str]]]:
    """The root, the other components and the edges of a bill, by purl."""
    root = raw["metadata"]["component"]
    root.pop("components", None)
    components = [root, *raw.get("components", [])]
    refs = {component["bom-ref"]: bare(component["purl"]) for component in components}
    if len(set(refs.values())) != len(components):
        raise SystemExit("sbom: two components of one name and version")
    for component in components:
        component["bom-ref"] = component["purl"] = refs[component["bom-ref"]]
    edges = {
        refs[entry["ref"]]: {refs[ref] for ref in entry.get("dependsOn", [])}
        for entry in raw.get("dependencies", [])
    }
    return root, components[1:], edges


def built_in(tree: list[str]) -> set[str]:
    return {"pkg:cargo/{}@{}".format(*line.split()[:2]).replace("@v", "@") for line in tree if line}


def make(purl: str, raw: dict, tree: list[str], npm: dict | None) -> dict:
    crate, components, edges = portable(raw)
    # cargo-cyclonedx sees the features of the whole workspace, tests included; what they alone bring is left out
    kept = built_in(tree)
    components = [component for component in components if component["purl"] in kept]
    edges = {ref: targets & kept for ref, targets in edges.items() if ref in kept}
    root = crate
    if purl != crate["purl"]:
        ecosystem, _, rest = purl.removeprefix("pkg:").partition("/")
        name, _, version = rest.partition("@")
        root = {"type": "library", "name": name, "version": version, "purl": purl, "bom-ref": purl}
        root |= {key: crate[key] for key in ("licenses", "externalReferences") if key in crate}
        components.append(crate)
        edges[purl] = {crate["purl"]}
        if ecosystem == "npm":
            of_npm, others, more = portable(npm)
            if of_npm["purl"] != purl:
                raise SystemExit(f"sbom: npm speaks of {of_npm['purl']}, not of {purl}")
            components += others
            for ref, targets in more.items():
                edges.setdefault(ref, set()).update(targets)
    tools = raw["metadata"].get("tools", [])
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"tools": tools, "component": root},
        "components": sorted(components, key=lambda component: component["purl"]),
        "dependencies": [{"ref": ref, "dependsOn": sorted(edges[ref])} for ref in sorted(edges)],
    }


def faults(bill: dict, purl: str, tree: list[str], npm: dict | None) -> list[str]:
    """What is wrong with a bill, compared with what the package managers say."""
    found = []
    if error := JsonStrictValidator(SchemaVersion.V1_5).validate_str(json.dumps(bill)):
        found.append(f"not CycloneDX 1.5: {error}")

    root = bill["metadata"]["component"]
    if root["purl"] != purl or f"/{root['name']}@{root['version']}" not in purl:
        found.append(f"speaks of {root['purl']}, not of {purl}")

    listed = {component["purl"]: component for component in bill["components"]}
    wanted = built_in(tree) | {bare(component["purl"]) for component in (npm or {}).get("components", [])}
    wanted -= {purl}
    found += [f"lacks {missing}" for missing in sorted(wanted - listed.keys())]
    found += [f"lists {surplus}, which is not built in" for surplus in sorted(listed.keys() - wanted)]

    locked = {
        f"pkg:cargo/{package['name']}@{package['version']}": package
        for package in tomllib.loads(Path("Cargo.lock").read_text())["package"]
    }
    for name, component in listed.items():
        if not name.startswith("pkg:cargo/"):
            continue
        sums = {entry["content"] for entry in component.get("hashes", []) if entry["alg"] == "SHA-256"}
        checksum = locked.get(name, {}).get("checksum")
        if name not in locked or sums != ({checksum} if checksum else set()):
            found.append(f"{name} is not as in Cargo.lock")

    edges = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    reached, ahead = set(), [purl]
    while ahead:
        ref = ahead.pop()
        if ref not in reached:
            reached.add(ref)
            ahead += edges.get(ref, [])
    found += [f"{lost} hangs on nothing" for lost in sorted(listed.keys() - reached)]
    found += [f"no component for {ref}" for ref in sorted(reached - listed.keys() - {purl})]
    return found


def main(purl: str, raw: str, tree: str, out: str, npm: str | None = None) -> None:
    of_npm = json.loads(Path(npm).read_text()) if npm else None
    lines = Path(tree).read_text().splitlines()
    bill = make(purl, json.loads(Path(raw).read_text()), lines, of_npm)
    Path(out).write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n")
    if found := faults(json.loads(Path(out).read_text()), purl, lines, of_npm):
        raise SystemExit("\n".join(f"{out}: {fault}" for fault in found))
    print(f"{len(bill['components'])} components")


main(*sys.argv[1:])

// Each analysis of the payload with what the package says of it alone.

import { resolve } from "oz-status";
import { alone, sightings } from "./scan.js";

/** The analyses in payload order: sightings of one id are one. */
export function analyses(text) {
  const found = new Map();
  sightings(text).forEach((sighting, index) => {
    const [{ analyse_id, group_id, type }] = resolve(alone(text, [sighting])).determining;
    const id = analyse_id ?? Symbol("without an id");
    const known = found.get(id) ?? { index, id: analyse_id, group: null, type: null, sightings: [] };
    known.group ??= group_id;
    known.type ??= type;
    known.sightings.push(sighting);
    found.set(id, known);
  });
  return [...found.values()].map((analysis) => ({
    ...analysis,
    resolution: resolve(alone(text, analysis.sightings)).system_resolution,
  }));
}

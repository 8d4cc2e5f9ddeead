// Which folders the engine has at hand: those used last, as far as there is room.
//
// A folder that had to go and is needed again is rebuilt from its sightings, and the room grows by as much. So folders
// that are used in turn soon all fit: what is rebuilt until then is no more than what they hold. Folders that nobody
// uses again never make room, and there is no need to know that they are gone.

import { call } from "./engine.js";

/** What a folder takes: of this many sightings, whose texts have this length together. */
const weightOf = (sightings: number, length: number): number => 16 + sightings + length / 1024;

/** What the room grows to at most: sixty thousand folders, a few hundred MB. */
const MOST = 2 ** 20;

let room = 2 ** 12;
let taken = 0;
let numbers = 0;
const free: number[] = [];

/** Where a folder lies in the engine, in a ring by when it was used. */
export class Place {
  /** Its number there, and -1 if it is not at hand. */
  number = -1;
  weight = 0;
  newer: Place = this;
  older: Place = this;
}

/** Where the ring begins and ends. */
const ring = new Place();

/** Gives the place a number, where the engine has a folder without sightings; these many are to be observed again. */
export function begin(place: Place, sightings: number, length: number): void {
  if (sightings > 0) room = Math.min(MOST, room + weightOf(sightings, length));
  if (place.number < 0) place.number = free.pop() ?? numbers++;
  use(place, sightings, length);
  call((engine) => (engine.replay(place.number), true));
}

/** The place was used and holds this many sightings; what was used longest ago goes if there is no room. */
export function use(place: Place, sightings: number, length: number): void {
  link(place.older, place.newer);
  link(ring.older, place);
  link(place, ring);
  weigh(place, weightOf(sightings, length));
  while (taken > room && ring.newer !== place) leave(ring.newer);
}

function leave(place: Place): void {
  const { number } = place;
  link(place.older, place.newer);
  link(place, place);
  weigh(place, 0);
  place.number = -1;
  free.push(number);
  call((engine) => (engine.replay(number), true));
}

function link(older: Place, newer: Place): void {
  older.newer = newer;
  newer.older = older;
}

function weigh(place: Place, weight: number): void {
  taken += weight - place.weight;
  place.weight = weight;
}

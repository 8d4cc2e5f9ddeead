// The engine stopped in the midst of something: called so near the end of the stack that its own frames have no place.

import { resolve } from "oz-status";

/** How often it stopped: at least once, from one of many depths. */
export function stopEngine() {
  let stops = 0;
  const deeper = (frames) => (frames > 0 ? deeper(frames - 1) : again());
  const again = () => {
    try {
      again();
    } catch {
      try {
        resolve("[]");
      } catch (error) {
        stops += error.code === "engine_failure";
        throw error;
      }
    }
  };
  for (let frames = 0; stops === 0 && frames < 1000; frames++) deeper(frames);
  return stops;
}

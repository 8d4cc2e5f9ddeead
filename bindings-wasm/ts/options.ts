// What the caller asks of a folder. A key that is not known, or a value of another kind, could be a requirement that
// got lost: it is refused.

import { OzStatusError, misuse } from "./error.js";
import { isPlain } from "./plain.js";
import { isWellFormed } from "./text.js";

/** The analysis types that must be there, and whether operators review. */
export interface Options {
  /** Types that must be there and pass; without it, or with an empty list, none. */
  readonly require?: readonly string[];
  /** Whether operator review is enabled (it is by default); if not, an analysis that asks for it is a finding. */
  readonly operatorReview?: boolean;
}

/** Options as they cross. */
export interface Asked {
  readonly require: string[];
  readonly operatorReview: boolean;
}

const NOTHING: Asked = { require: [], operatorReview: true };

export function asked(options: Options | undefined): Asked {
  if (options === undefined) return NOTHING;
  if (!isPlain(options)) throw misuse("options", options, "a plain object with require and operatorReview");
  let { require, operatorReview } = NOTHING;
  // those that are not enumerable too, and each is read once
  for (const key of Reflect.ownKeys(options)) {
    const value: unknown = options[key as keyof Options];
    if (key === "require") require = typesOf(value);
    else if (key !== "operatorReview") throw misuse(`options.${String(key)}`, value, "require or operatorReview");
    else if (typeof value !== "boolean") throw misuse("options.operatorReview", value, "true or false");
    else operatorReview = value;
  }
  return { require, operatorReview };
}

/** A list of our own: neither an iterator nor a second reading has a say. */
function typesOf(types: unknown): string[] {
  if (!Array.isArray(types)) throw misuse("options.require", types, "an array of analysis types");
  const checked: string[] = [];
  for (let place = 0; place < types.length; place++) {
    const type: unknown = types[place];
    if (typeof type !== "string") throw misuse(`options.require[${place}]`, type, "an analysis type as a string");
    if (!isWellFormed(type)) {
      throw new OzStatusError({ code: "invalid_utf8", path: `require[${place}]`, expected: "well-formed text" });
    }
    checked.push(type);
  }
  return checked;
}

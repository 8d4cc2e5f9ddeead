import * as oz from "./node_modules/oz-status/dist/slim.js";
import { check } from "./check.mjs";

globalThis.outcome = oz.init().then(() => [check(oz)]);

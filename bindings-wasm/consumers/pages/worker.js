import * as oz from "./node_modules/oz-status/dist/index.js";
import { check } from "./check.mjs";

postMessage(check(oz));

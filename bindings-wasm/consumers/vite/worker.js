import * as oz from "oz-status/slim";
import { check } from "../check.mjs";

await oz.init();
postMessage(check(oz));

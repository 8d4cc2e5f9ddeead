// The playground on this machine, until it is stopped.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../consumers/browser.mjs";

const { url } = await serve({ "/": join(dirname(fileURLToPath(import.meta.url)), "dist") }, undefined, Number(process.env.PORT ?? 8080));
console.log(`The playground: ${url}/`);

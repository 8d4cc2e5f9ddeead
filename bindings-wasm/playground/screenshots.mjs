// A picture of each story, light and dark, wide and narrow, into `build/screenshots`.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, serve } from "../consumers/browser.mjs";
import { here } from "../test/files.mjs";

const only = process.argv.slice(2);
const out = join(here, "build/screenshots");
mkdirSync(out, { recursive: true });
const { stories } = JSON.parse(readFileSync(join(here, "playground/dist/stories.json"), "utf8"));
const { url, close } = await serve({ "/": join(here, "playground/dist") });
const { context, close: closeBrowser } = await browser();
const page = await context.newPage();
try {
  for (const { name } of stories.filter(({ name }) => only.length === 0 || only.includes(name))) {
    for (const [kind, colorScheme, width, height] of [
      ["light", "light", 1280, 900],
      ["dark", "dark", 1280, 900],
      ["phone", "light", 390, 844],
    ]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto("about:blank");
      await page.goto(`${url}/#story=${name}`);
      await page.waitForSelector("html[data-ready]");
      await page.screenshot({ path: join(out, `${name}-${kind}.png`), fullPage: kind === "phone" });
      if (kind === "light" && name === "spoof-declined-in-earlier-group") {
        await page.screenshot({ path: join(here, "playground/spoof.jpg"), type: "jpeg", quality: 60 });
      }
    }
  }
} finally {
  await closeBrowser();
  close();
}
console.log(`pictures in ${out.slice(here.length + 1)}`);

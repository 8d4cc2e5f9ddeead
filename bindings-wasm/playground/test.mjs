// The playground in Chromium: every story, nothing over the network, no accessibility fault, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resolve } from "oz-status";
import { browser, serve } from "../consumers/browser.mjs";
import { here } from "../test/files.mjs";

const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const { stories } = JSON.parse(readFileSync(join(here, "playground/dist/stories.json"), "utf8"));
const { url, close } = await serve({ "/": join(here, "playground/dist") });
// the page's own policy would refuse the script that looks for faults
const { context, close: closeBrowser } = await browser({ bypassCSP: true });
const page = await context.newPage();
const errors = [];
const requests = [];
page.on("pageerror", (error) => errors.push(error.message));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("request", (request) => requests.push(request.url()));
const say = (what) => console.log(`ok - playground, ${what}`);
const go = async (fragment) => {
  await page.goto("about:blank");
  await page.goto(`${url}/${fragment}`);
  await page.waitForSelector("html[data-ready]");
};
const big = () => page.textContent("#decision .big");
const faults = async () => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

try {
  for (const { name, payload, require, operatorReview } of stories) {
    let expected = "NO VERDICT";
    let marked = true;
    try {
      const verdict = resolve(payload, { require, operatorReview });
      expected = verdict.decision;
      marked = verdict.determining.length > 0;
    } catch (error) {
      marked = error.path !== "" && error.code !== "missing_analyses";
    }
    await go(`#story=${name}`);
    assert.equal(await big(), expected, name);
    assert.equal((await page.$$("#shade mark")).length > 0, marked, name);
    assert.equal(await page.textContent("#shade"), `${payload}\n`, name);
  }
  say(`${stories.length} stories`);

  for (const [colorScheme, width, height] of [["light", 1280, 900], ["dark", 1280, 900], ["light", 360, 740], ["dark", 360, 740]]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    // one of each kind of page
    for (const name of ["spoof-declined-in-earlier-group", "still-running", "milliseconds-for-seconds", "duplicated-webhook", "failed"]) {
      await go(`#story=${name}`);
      await page.evaluate(() => document.querySelector("details").setAttribute("open", ""));
      assert.deepEqual(await faults(), [], `${name}, ${colorScheme}, ${width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${name}: ${over} pixels too wide at ${width}`);
    }
    await page.goto(`${url}/rules.html`);
    assert.deepEqual(await faults(), [], "the rules");
  }
  say("axe finds nothing, light and dark, wide and narrow");

  await page.setViewportSize({ width: 1280, height: 900 });
  await go("#story=pass");
  for (const link of await page.$$eval("a[href*='rules.html#']", (links) => links.map((a) => a.getAttribute("href")))) assert.ok(link);
  const anchors = readFileSync(join(here, "playground/dist/rules.html"), "utf8");
  const script = readFileSync(join(here, "playground/src/findings.js"), "utf8");
  for (const [, name] of script.matchAll(/"([RC]\d+)"/g)) assert.ok(anchors.includes(`id="${name.toLowerCase()}"`), name);
  assert.ok(anchors.includes('id="payloads"'));
  say("every rule that is linked is there");

  // by keyboard alone: a requirement that is missing, then typed text
  await page.focus("button[data-type=DOCUMENTS]");
  await page.keyboard.press("Space");
  assert.equal(await big(), "WAIT");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.type), "DOCUMENTS");
  await page.fill("#other-type", "liveness");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("button[data-type=QUALITY]", "aria-pressed"), "true");
  await page.fill("#payload", '[{"type":"<b>x</b>","resolution":"DECLINED"}]');
  assert.equal(await big(), "REJECT");
  assert.equal(await page.$("#groups b"), null);
  await page.fill("#payload", '[{"state":');
  assert.equal(await big(), "NO VERDICT");
  await page.fill("#payload", "");
  assert.equal(await big(), "NOTHING YET");
  say("keyboard, other types, text that is not markup");

  await page.fill("#payload", '[{"analyse_id":"й","resolution":"DECLINED"}]');
  await page.click("#share");
  await page.waitForFunction(() => location.hash.startsWith("#p="));
  const shared = new URL(page.url()).hash;
  await go(shared);
  assert.equal(await page.inputValue("#payload"), '[{"analyse_id":"й","resolution":"DECLINED"}]');
  assert.equal(await page.getAttribute("button[data-type=DOCUMENTS]", "aria-pressed"), "true");
  await go("#p=nonsense");
  assert.match(await page.textContent("#told"), /cannot be read/);
  say("a shared link says the same");

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"analyses":[]}'], "folder.json"));
    return data;
  });
  await page.dispatchEvent("#editor", "drop", { dataTransfer: dropped });
  await page.waitForFunction(() => document.querySelector("#payload").value === '{"analyses":[]}');
  assert.equal(await big(), "WAIT");
  say("a dropped file");

  const outside = requests.filter((request) => !request.startsWith(url) && !request.startsWith("data:") && request !== "about:blank");
  assert.deepEqual(outside, []);
  assert.deepEqual(errors, []);
} finally {
  await closeBrowser();
}

// under the page's own policy: it runs, and nothing can be sent
const strict = await browser();
try {
  const page = await strict.context.newPage();
  await page.goto(`${url}/`);
  await page.waitForSelector("html[data-ready]");
  assert.equal(await page.textContent("#decision .big"), "REJECT");
  assert.equal(await page.evaluate(() => fetch("/index.html").then(() => "sent", () => "refused")), "refused");
  say("its own policy: nothing can leave the page");
} finally {
  await strict.close();
  close();
}

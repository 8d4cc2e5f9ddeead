// The packed npm package in headless Chromium: a page served on this machine answers the requests.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { writeAll } from "./write-all.mjs";

const root = new URL(".", import.meta.url).pathname;
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const page_ = `<!doctype html><script type="importmap">{"imports":{"oz-status":"/${process.argv[2]}"}}</script>`;
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  if (path === "/") return response.setHeader("content-type", "text/html").end(page_);
  try {
    const body = readFileSync(join(root, path));
    response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream").end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const profile = mkdtempSync(join(tmpdir(), "oz-status-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM,
  headless: true,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const requests = readFileSync(0, "utf8").split("\n").slice(0, -1);
  const answers = [];
  for (let start = 0; start < requests.length; start += 2000) {
    const part = await page.evaluate(async (lines) => {
      const [package_, { answer }] = await Promise.all([import("oz-status"), import("/consumer.mjs")]);
      return lines.map((line) => answer(line, package_));
    }, requests.slice(start, start + 2000));
    answers.push(...part);
  }
  writeAll(answers.map((line) => `${line}\n`).join(""));
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}

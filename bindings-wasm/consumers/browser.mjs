// A real Chromium without a head, and a server of plain files on this machine.

import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".ndjson": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves folders by the start of the path; `headers` by path. */
export async function serve(folders, headers = () => ({}), port = 0) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const prefix = Object.keys(folders).find((start) => pathname.startsWith(start));
    const inside = normalize(decodeURIComponent(pathname.slice(prefix?.length ?? 0)) || "index.html");
    const file = prefix === undefined || inside.startsWith("..") ? "" : join(folders[prefix], inside);
    const found = [file, join(file, "index.html")].find((path) => existsSync(path) && statSync(path).isFile());
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(found)] ?? "application/octet-stream", ...headers(searchParams) });
    createReadStream(found).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const find = () => {
  for (const name of [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean)) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
    } catch {
      // the next one
    }
  }
  throw new Error("no Chromium; tools/chromium.sh installs one");
};

/** A browser with a profile of its own, gone when it closes. */
export async function browser(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), "oz-status-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: find(),
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...options,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}

// From the Rust and TypeScript sources to `dist/`: the files of the npm package.

import { build, transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [tools, module] = process.argv.slice(2).map((path) => resolve(path));
process.chdir(here);
const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit" });

// what browsers have had since the floor that the README states
const FEATURES = [
  "simd",
  "bulk-memory",
  "bulk-memory-opt",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
  "reference-types",
  "multivalue",
].map((feature) => `--enable-${feature}`);

// Rust puts nothing below 1 KB, and memory is zero at first
const LEAN = ["--low-memory-unused", "--zero-filled-memory", "--strip-producers", "--strip-target-features"];

rmSync("build", { recursive: true, force: true });
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join("..", name), name);

run(join(tools, "bin/wasm-bindgen"), "--target", "web", "--experimental-reset-state-function", "--out-dir", "build/glue", "--out-name", "oz_status_wasm", module);
const wasm = "dist/oz-status.wasm";
run("node_modules/.bin/wasm-opt", "-Oz", ...FEATURES, ...LEAN, "--converge", "build/glue/oz_status_wasm_bg.wasm", "-o", wasm);

const bytes = readFileSync(wasm);

/** As a string that a page loads; by hand, for esbuild would write out every control character. See ts/inlined.ts. */
function masked() {
  const ESCAPES = { "\0": "\\0", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const text = bytes.map((byte) => byte ^ 109).toString("latin1");
  const escape = (character, at) => (/\0\d/.test(text.slice(at, at + 2)) ? "\\x00" : ESCAPES[character]);
  return `"${text.replace(/[\0\n\r"\\]/g, escape)}"`;
}

run("node_modules/.bin/tsc", "-p", ".");

const common = { target: "es2022", minify: true, sourcemap: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

// entries share chunks, so that classes of errors, sets and tallies are the same in all of them
await build({
  ...common,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  external: ["node:*"],
  entryPoints: ["index", "index.node", "slim", "slim.node", "lattice"].map((entry) => `ts/${entry}.ts`),
  outdir: "dist",
  chunkNames: "shared-[hash]",
});

// every file costs a millisecond or a request: what loads `oz-status` loads two. The module comes first, on a line of its
// own: so it compresses best, and the source maps hold
const HOLE = "@module@";
const [lattice] = readFileSync("dist/lattice.js", "utf8").match(/\.\/shared-\w+\.js/);
await build({
  ...common,
  bundle: true,
  format: "esm",
  platform: "neutral",
  external: [lattice],
  banner: { js: `const MODULE=${JSON.stringify(HOLE)},LENGTH=${bytes.length};` },
  entryPoints: ["dist/index.js", "dist/index.node.js"],
  outdir: "dist",
  allowOverwrite: true,
});

// for `require`: the same files, each turned into CommonJS
const HERE = 'const __here=require("node:url").pathToFileURL(__filename).href;';
const files = readdirSync("dist").filter((name) => /^(index\.node|slim\.node|lattice|shared-\w+)\.js$/.test(name));
for (const file of files) {
  const text = readFileSync(join("dist", file), "utf8").replace(/\n\/\/# sourceMappingURL=.*/, "");
  const usesHere = text.includes("import.meta.url");
  const { code } = await transform(text, {
    ...common,
    sourcemap: false,
    format: "cjs",
    platform: "node",
    define: { "import.meta.url": "__here" },
    banner: usesHere ? HERE : "",
  });
  const required = files.reduce((text, name) => text.replaceAll(`"./${name}"`, `"./${name.replace(/js$/, "cjs")}"`), code);
  writeFileSync(join("dist", file.replace(/\.js$/, ".cjs")), required);
}

for (const [file, literal] of [
  ["index.js", masked()],
  ["index.node.js", JSON.stringify(bytes.toString("base64"))],
  ["index.node.cjs", JSON.stringify(bytes.toString("base64"))],
]) {
  const [before, after, more] = readFileSync(join("dist", file), "utf8").split(JSON.stringify(HOLE));
  if (after === undefined || more !== undefined) throw new Error(`${file} has no place, or more than one, for the module`);
  writeFileSync(join("dist", file), before + literal + after);
}

// only what the public declarations reach
const INTERNAL = /^(at-hand|engine|index\.node|inlined|inlined\.node|plain)\./;
for (const file of readdirSync("build/types/ts").filter((name) => !INTERNAL.test(name))) {
  const text = readFileSync(join("build/types/ts", file), "utf8");
  writeFileSync(join("dist", file), text);
  const common = text.replace(/(from "\.\/[\w.-]+)\.js"/g, '$1.cjs"');
  writeFileSync(join("dist", file.replace(/\.d\.ts$/, ".d.cts")), common);
}

// How long `import` takes in a new process, and the first verdict after it; beside a module with nothing in it.

const [what] = process.argv.slice(2);
await import("data:text/javascript,export default 1");
const millis = (start) => Number(process.hrtime.bigint() - start) / 1e6;
const start = process.hrtime.bigint();
const oz = await import(what);
const imported = millis(start);
const before = process.hrtime.bigint();
oz.resolve?.("[]");
console.log(JSON.stringify([imported, millis(before)]));

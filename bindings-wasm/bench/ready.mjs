// How long `import` takes in a new process, beside that of a module with nothing in it.

const [what] = process.argv.slice(2);
await import("data:text/javascript,export default 1");
const start = process.hrtime.bigint();
const oz = await import(what);
oz.resolve?.("[]");
console.log(Number(process.hrtime.bigint() - start) / 1e6);

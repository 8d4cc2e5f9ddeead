const worker = new Worker("./worker.js", { type: "module" });
globalThis.outcome = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve([data])));

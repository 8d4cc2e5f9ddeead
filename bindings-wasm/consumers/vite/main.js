import * as oz from "oz-status";
import { init } from "oz-status/slim";
import { check } from "../check.mjs";
import Checker from "./worker.js?worker";

const worker = new Checker();
const inWorker = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
await init();
globalThis.outcome = Promise.all([check(oz), inWorker]);

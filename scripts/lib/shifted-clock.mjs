// Loaded before a server of a campaign (`--import`): its wall clock jumps at SIGUSR2, by as many milliseconds as stand in
// the file of CLOCK_SHIFT_FILE. Timers and `performance.now()` go on as they do when somebody puts a clock right.
import { readFileSync } from "node:fs";

const RealDate = Date;
let shift = 0;
const now = () => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [now()], as),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
process.on("SIGUSR2", () => {
  shift = Number(readFileSync(process.env.CLOCK_SHIFT_FILE ?? "", "utf8"));
});

/**
 * All tests begin on this day, whenever they run: the debates of our fixtures were in the spring of 2026, and links to
 * them expire. Time goes on from there; a test that needs another day moves the clock itself.
 */
const BEGINS = Date.parse("2026-11-26T11:00:00Z");
// A server that a test starts is told by how much, so that both have one time.
process.env.TEST_CLOCK_AHEAD ??= String(BEGINS - Date.now());
const ahead = Number(process.env.TEST_CLOCK_AHEAD);
const now = () => RealDate.now() + ahead;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [now()], as),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

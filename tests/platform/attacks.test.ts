import "../setup/database";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront } from "~/platform/front.server";
import { createWeb } from "~/platform/web.server";
import { attack } from "../../scripts/lib/attack.mjs";
import { ATTACKS } from "../../scripts/lib/attacks.mjs";
import { aUnit } from "../setup/factories";
import { aDebate } from "../setup/factories.debates";
import { anOpenBallot } from "../setup/factories.evaluation";
import { BUILD } from "../setup/site";

// The quick form of `npm run campaign -- attacks`: the same clients against the same guards and pages, less patience.

let server: Server;
const listening = async (one: Server) => {
  one.listen(0, "127.0.0.1");
  await once(one, "listening");
  return (one.address() as AddressInfo).port;
};

beforeAll(async () => {
  const remix = createRequestHandler({ build: BUILD });
  const web = createWeb({ remix, isReady: async () => true, clientFolder: "public" });
  server = createFront(web, { headersMs: 1500, requestMs: 2500, lookMs: 100 });
});
afterAll(() => server.close().closeAllConnections());

test("slow and malformed clients get an answer, and everybody else a page meanwhile and afterwards", async () => {
  const unit = await aUnit();
  const { debate } = await aDebate({}, { scope: unit.scope, announced: true });
  const { voteToken } = await anOpenBallot();
  const address = `/u/${unit.slug}/debates/${debate.slug}`;
  const target = {
    port: await listening(server),
    host: "app.test",
    origin: "http://app.test",
    patienceMs: 6000,
    many: (most: number) => Math.ceil(most / 25),
    page: address,
    form: `${address}/motions/new`,
    stream: `/v/${voteToken}/events`,
    big: `/u/${unit.slug}/tracker.csv`,
    office: `/o/${unit.slug}`,
    asset: "/favicon.svg",
  };
  const { faults, attacks, visits } = await attack(target);
  expect(faults).toEqual([]);
  expect(attacks).toBeGreaterThan(50);
  expect(visits).toBeGreaterThan(10);

  // The control: a server that trusts everybody is found out.
  const naive = createServer((_request, response) => void response.end("ok"));
  const bare = { ...target, port: await listening(naive), patienceMs: 1500 };
  const quick = ATTACKS.filter(({ name }) => !/letter|nothing|never|streams/.test(name));
  const found = await attack(bare, undefined, quick);
  naive.close().closeAllConnections();
  expect(found.faults.length).toBeGreaterThan(15);
});

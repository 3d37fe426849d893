import { randomBytes } from "node:crypto";
import { config } from "~/platform/config.server";
import { hashToken } from "~/platform/links.server";
import { admit } from "~/platform/rates.server";

const COOKIE = "glos";
const EVENING_S = 12 * 60 * 60;

/** The key of a phone, as we once gave it; whatever else stands there is none. */
export const deviceIn = (request: Request) =>
  /(?:^|;\s*)glos=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1];

/** Of no meaning outside the evening; scripts and other sites never see it. */
export function giveDevice() {
  const device = randomBytes(32).toString("base64url");
  const secure = config.publicUrl.protocol === "https:" ? "; Secure" : "";
  return `${COOKIE}=${device}; Path=/v; Max-Age=${EVENING_S}; HttpOnly; SameSite=Lax${secure}`;
}

/** Another one in each ballot, so that nobody can follow a phone from question to question. */
export const hashDevice = (device: string, ballotId: string) => hashToken(`${ballotId}:${device}`);

const WINDOW_S = 60;
/** Changes of mind of one phone in a minute. */
const MOST_OF_DEVICE = 20;
/** A hall of five hundred behind one address, each voting four times in a minute. */
const MOST_OF_NETWORK = 2000;
/** Phones that one network may bring into one ballot: a full hall, not a script that forgets its cookie. */
const MOST_DEVICES = 600;

type Vote = { network: string; deviceHash: string; ballotId: string; isNew: boolean };

/**
 * How often one phone and one network may vote, in all processes together; the database alone decides what is counted.
 * `isNew`: this phone has no vote in this ballot yet. Gives the seconds to wait, 0 when the vote may be looked at.
 */
export const voteLimits =
  (take = admit) =>
  ({ network, deviceHash, ballotId, isNew }: Vote) =>
    take(
      { of: "votes of device", who: deviceHash, most: MOST_OF_DEVICE, windowS: WINDOW_S },
      { of: "votes of network", who: network, most: MOST_OF_NETWORK, windowS: WINDOW_S },
      ...(isNew
        ? [{ of: "phones of ballot", who: `${ballotId} ${network}`, most: MOST_DEVICES, windowS: EVENING_S }]
        : []),
    );

export const admitVote = voteLimits();

import { refusedBecause } from "./forms";
import { deviceOf, giveDevice } from "./known-device.server";
import { messages } from "./messages.pl";
import { admit } from "./rates.server";

const WINDOW_S = 600;
const DAY_S = 24 * 60 * 60;
/** Somebody with a tablet who writes down for others what they say; previews count, too. */
const MOST_OF_DEVICE = 40;
/** Devices that one network may bring to one debate: a full hall, not a script that forgets its cookie. */
const MOST_NEW_DEVICES = 400;
/** The same in a day: a mobile network keeps thousands of phones behind one address. */
const MOST_NEW_DEVICES_A_DAY = 1500;

/**
 * Whether a resident's form may be looked at. A device that we know is counted by itself, so a flood from elsewhere in
 * its network does not stop it; one that we do not know is counted among the new devices of its network, and is given
 * a key with the answer. `about`: the row that the form is about.
 */
export function admitForm(request: Request, network = "unknown", about: string) {
  const device = deviceOf(request);
  const who = `${about} ${device ?? network}`;
  const waitS = device
    ? admit({ of: "form of device", who, most: MOST_OF_DEVICE, windowS: WINDOW_S })
    : admit(
        { of: "new device", who, most: MOST_NEW_DEVICES, windowS: WINDOW_S },
        { of: "new device of a day", who, most: MOST_NEW_DEVICES_A_DAY, windowS: DAY_S },
      );
  if (waitS > 0) return { ok: false, ...floodAnswer(waitS) } as const;
  return { ok: true, headers: device ? undefined : { "Set-Cookie": giveDevice() } } as const;
}

/** What a form page says when it comes back with its content, and the head of its answer. */
const floodAnswer = (waitS: number) => ({
  errors: refusedBecause(messages.flood(Math.ceil(waitS / 60))),
  init: { status: 429, headers: { "Retry-After": String(waitS) } },
});

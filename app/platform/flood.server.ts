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

/** Letters that a stranger may have asked for, with words of the stranger's own in them. */
const MOST_TO_ADDRESS = 12;
/** „anna+1@…” and „anna+2@…” are one mailbox. */
const mailboxOf = (address: string) => address.toLowerCase().replace(/\+[^@]*(?=@)/, "");

/**
 * Whether one more form of anybody's may name this address today, because a letter goes to it at once and nobody has
 * shown to be its owner. Ask when the form is carried out, so that what is only looked at is not counted.
 */
export function admitAddress(address: string, field = "email", of = "letters to address") {
  const who = mailboxOf(address);
  const waitS = who && admit({ of, who, most: MOST_TO_ADDRESS, windowS: DAY_S });
  if (!waitS) return { ok: true } as const;
  const init = { status: 429, headers: { "Retry-After": String(waitS) } };
  return { ok: false, reason: "address_full", errors: refusedBecause(messages.addressFull, field), init } as const;
}

/** The same for work that is begun anew when another transaction was faster: a form that has lost races is counted once. */
export function admitAddressOnce(address: string, field?: string) {
  let answer: ReturnType<typeof admitAddress> | undefined;
  return () => {
    answer ??= admitAddress(address, field);
    return answer;
  };
}

/** What a form page says when it comes back with its content, and the head of its answer. */
const floodAnswer = (waitS: number) => ({
  errors: refusedBecause(messages.flood(Math.ceil(waitS / 60))),
  init: { status: 429, headers: { "Retry-After": String(waitS) } },
});

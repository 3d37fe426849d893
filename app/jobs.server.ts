import { attendanceJobs } from "~/domain/attendance/jobs.server";
import { directoryJobs } from "~/domain/directory/jobs.server";
import { forgetUnconfirmed } from "~/domain/followers/commands.server";
import { followerJobs } from "~/domain/followers/jobs.server";
import { sendDueMail } from "~/domain/history/commands.mail.server";
import { forgetOldSubmissions } from "~/domain/history/commands.server";
import { deliverDueEvents, type Job } from "~/domain/history/jobs.server";
import { invitationJobs } from "~/domain/invitations/jobs.server";
import { minutesJobs } from "~/domain/minutes/jobs.server";
import { fillPlaceKeys } from "~/domain/motions/commands.places.server";
import { motionJobs } from "~/domain/motions/jobs.server";
import { trackAllOldMotions } from "~/domain/motions/jobs.track.server";
import { forgetOldEntries } from "~/domain/organizations/commands.account.server";
import { forgetOldSignInFailures } from "~/domain/organizations/commands.sign-in.server";
import { workRetention } from "~/domain/privacy/jobs.server";
import { workReminders } from "~/domain/reminders/jobs.server";
import { taskJobs } from "~/domain/tasks/jobs.server";
import { log, withoutValues } from "~/platform/log.server";
import { onOutboxBell } from "~/platform/outbox-bell.server";
import { forgetOldRates } from "~/platform/rates.server";
import { forgetExpiredSessions } from "~/platform/session.server";
import { openMailer } from "~/platform/smtp.server";

/** What has to follow when something has happened: each room brings its own. */
const jobs = together(directoryJobs, invitationJobs, attendanceJobs, motionJobs, taskJobs, followerJobs, minutesJobs);

/** Several rooms may wait for the same event: guests and residents both hear of a new date. */
function together(...rooms: Readonly<Record<string, Job>>[]) {
  const all: Record<string, Job> = {};
  for (const [action, job] of rooms.flatMap((room) => Object.entries(room))) {
    const before = all[action];
    all[action] = before ? (scope, event) => before(scope, event).then(() => job(scope, event)) : job;
  }
  return all;
}

const LOOK_EVERY_MS = 5_000;
/** A unit's day begins within this of eight o'clock; when nothing is due, a look is one question. */
const REMIND_EVERY_MS = 60_000;
const CLEAN_EVERY_MS = 60 * 60 * 1000;

type Sending = Parameters<typeof sendDueMail>;

/** Works off events and letters until there are none left. `now` is given by whoever replays the past. */
export async function workOutboxOff(deliver?: Sending[0], now?: Date, isOver: Sending[2] = () => false) {
  while (!isOver() && (await deliverDueEvents(jobs, now)) + (await sendDueMail(deliver, now, isOver)) > 0);
}

/** Before the first request: what a database from before does not have yet. */
export const catchUp = () => trackAllOldMotions();

/** Runs beside the server. Returns how to stop it: nothing is begun any more, and what is under way is finished. */
export function startJobs() {
  const mailer = openMailer();
  let running: Promise<void> | undefined;
  let again = false;
  let isOver = false;
  const run = () => {
    again = running !== undefined;
    running ??= workOutboxOff(mailer?.deliver, undefined, () => isOver)
      .catch((error) => log.error({ error: withoutValues(error) }, "the outbox has stumbled"))
      .finally(() => {
        running = undefined;
        if (again) run();
      });
  };
  const clean = () =>
    Promise.all([
      forgetExpiredSessions(),
      forgetOldSubmissions(),
      forgetOldSignInFailures(),
      forgetOldEntries(),
      forgetUnconfirmed(),
      forgetOldRates(),
      workRetention(),
    ]).catch((error) => log.error({ error: withoutValues(error) }, "cleaning has failed"));
  let reminding: Promise<void> | undefined;
  const remind = () => {
    reminding ??= workReminders()
      .catch((error) => log.error({ error: withoutValues(error) }, "the clock of reminders has stumbled"))
      .finally(() => {
        reminding = undefined;
      });
  };
  const timers = [
    setInterval(run, LOOK_EVERY_MS),
    setInterval(remind, REMIND_EVERY_MS),
    setInterval(clean, CLEAN_EVERY_MS),
  ];
  onOutboxBell(run);
  run();
  fillPlaceKeys().catch((error) => log.error({ error: withoutValues(error) }, "places have no keys yet"));
  remind();
  return async () => {
    onOutboxBell(undefined);
    for (const timer of timers) clearInterval(timer);
    isOver = true;
    again = false;
    await Promise.all([running, reminding]);
    await mailer?.close();
  };
}

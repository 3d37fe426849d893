import { attendanceJobs } from "~/domain/attendance/jobs.server";
import { sendDueMail } from "~/domain/history/commands.mail.server";
import { forgetOldSubmissions } from "~/domain/history/commands.server";
import { deliverDueEvents, type Job } from "~/domain/history/jobs.server";
import { invitationJobs } from "~/domain/invitations/jobs.server";
import { minutesJobs } from "~/domain/minutes/jobs.server";
import { motionJobs } from "~/domain/motions/jobs.server";
import { forgetOldSignInFailures } from "~/domain/organizations/commands.sign-in.server";
import { taskJobs } from "~/domain/tasks/jobs.server";
import { log, withoutValues } from "~/platform/log.server";
import { onOutboxBell } from "~/platform/outbox-bell.server";
import { forgetExpiredSessions } from "~/platform/session.server";
import { openMailer } from "~/platform/smtp.server";

/** What has to follow when something has happened: each room brings its own. */
const jobs = together(invitationJobs, attendanceJobs, motionJobs, taskJobs, minutesJobs);

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
const CLEAN_EVERY_MS = 60 * 60 * 1000;

/** Works off events and letters until there are none left. `now` is given by whoever replays the past. */
export async function workOutboxOff(deliver?: Parameters<typeof sendDueMail>[0], now?: Date) {
  while ((await deliverDueEvents(jobs, now)) + (await sendDueMail(deliver, now)) > 0);
}

/** Runs beside the server. Returns how to stop it; what is under way is finished first. */
export function startJobs() {
  const mailer = openMailer();
  let running: Promise<void> | undefined;
  let again = false;
  const run = () => {
    again = running !== undefined;
    running ??= workOutboxOff(mailer?.deliver)
      .catch((error) => log.error({ error: withoutValues(error) }, "the outbox has stumbled"))
      .finally(() => {
        running = undefined;
        if (again) run();
      });
  };
  const clean = () =>
    Promise.all([forgetExpiredSessions(), forgetOldSubmissions(), forgetOldSignInFailures()]).catch((error) =>
      log.error({ error: withoutValues(error) }, "cleaning has failed"),
    );
  const timers = [setInterval(run, LOOK_EVERY_MS), setInterval(clean, CLEAN_EVERY_MS)];
  onOutboxBell(run);
  run();
  return async () => {
    onOutboxBell(undefined);
    for (const timer of timers) clearInterval(timer);
    again = false;
    await running;
    mailer?.close();
  };
}

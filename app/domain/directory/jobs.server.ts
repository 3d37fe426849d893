import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job } from "~/domain/history/jobs.server";
import { getUnitSettings } from "~/domain/organizations/queries.server";
import { deskLinkLetter } from "./mail.server";
import { getBody } from "./queries.server";

/** To the address of now: between the event and its letter it may have changed again. */
const deskRenewed: Job = async (scope, event) => {
  const body = await getBody(scope, event.subjectId);
  if (body.archivedAt || body.email === "") return;
  const letter = deskLinkLetter({ unit: await getUnitSettings(scope), body });
  const to = { name: body.name, address: body.email };
  const mail = { kind: "desk_link", subjectId: body.id, to, letter, revision: event.id };
  await queueMail(scope, mail, event.occurredAt);
};

export const directoryJobs: Readonly<Record<string, Job>> = { body_desk_renewed: deskRenewed };

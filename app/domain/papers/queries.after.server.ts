import { listFulfilments } from "~/domain/agreements/queries.report.server";
import { getDebate } from "~/domain/debates/queries.server";
import { thanks as thanksWords } from "~/domain/invitations/messages.thanks.pl";
import { listWhoCame } from "~/domain/invitations/queries.thanks.server";
import { referral } from "~/domain/motions/messages.referrals.pl";
import { listReferred } from "~/domain/motions/queries.referrals.server";
import { referralsOf } from "~/domain/motions/rules.referrals";
import { getUnitSettings, getUnitSlug } from "~/domain/organizations/queries.server";
import { composeReport, report as reportWords } from "~/domain/tasks/messages.report.pl";
import { getReportFacts } from "~/domain/tasks/queries.report.server";
import { tasksOfBody, visibleIn } from "~/domain/tasks/rules.report";
import { absolute } from "~/platform/links.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import type { Compose } from "./schema";

/** What all papers after the evening say about the unit and the debate. */
async function getSetting(scope: Scope, debateId: string) {
  const [unit, slug, debate] = await Promise.all([
    getUnitSettings(scope),
    getUnitSlug(scope),
    getDebate(scope, debateId),
  ]);
  const { name, department, locality, headOffice } = unit;
  const { kind, cycleTitle, topic, number, year, startsAt, evaluationOn } = debate;
  return {
    unit: { name, department, locality, headOffice },
    debate: { kind, cycleTitle, topic, number, year, startsAt, evaluationOn },
    // What is typed from paper leads to all matters of the unit, what is clicked to those of this debate.
    tracker: {
      href: absolute(`/u/${slug}/tracker?deb=${debateId}`),
      shown: absolute(`/u/${slug}/tracker`).replace(/^https?:\/\//, ""),
    },
  };
}

/** To the competent bodies, and to those who had asked: all of one debate, or those of one body. */
const referrals: Compose = async (scope, debateId, { body }, now) => {
  const { debate, ...setting } = await getSetting(scope, debateId);
  const written = referralsOf(await listReferred(scope, debateId, body));
  if (written.letters.length === 0) notFound();
  return {
    document: "referrals",
    props: { ...setting, ...written, debate, day: warsawDate(now) },
    fileName: referral.fileName(debate),
  };
};

/** What became of all of it, for the office or for everybody. */
const report: Compose = async (scope, debateId, options, now) => {
  const version = options.version === "public" ? "public" : "internal";
  const { debate, ...setting } = await getSetting(scope, debateId);
  const day = warsawDate(now);
  return {
    document: "report",
    props: {
      ...setting,
      debate,
      version,
      day,
      report: composeReport(await getReportFacts(scope, debateId), version, now, await listFulfilments(scope)),
    },
    fileName: reportWords.fileName(`${debate.number}-${debate.year}`, day, version === "public"),
  };
};

/** To each guest who came or sent somebody, with what was settled for that body; never what is not for everybody. */
const thanks: Compose = async (scope, debateId, { guest }, now) => {
  const { debate, ...setting } = await getSetting(scope, debateId);
  const [came, facts] = await Promise.all([listWhoCame(scope, debateId, guest), getReportFacts(scope, debateId)]);
  if (came.length === 0) notFound();
  const { tasks } = visibleIn("public", facts);
  const guests = came.map((one) => ({
    ...one,
    settled: tasksOfBody(one.bodyId, tasks).map(({ sequence, title, role, dueOn }) => ({
      number: `Z${sequence}`,
      title,
      role,
      dueOn,
    })),
  }));
  return {
    document: "thanks",
    props: { ...setting, debate, day: warsawDate(now), guests },
    fileName: thanksWords.fileName(debate),
  };
};

export const afterPapers = { referrals, report, thanks };

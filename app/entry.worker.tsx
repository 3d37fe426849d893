import { agreementSheet } from "~/domain/agreements/document.report.server";
import { attendanceListSheet } from "~/domain/attendance/document.list.server";
import { posterSheet } from "~/domain/debates/document.poster.server";
import { invitationsSheet } from "~/domain/invitations/document.server";
import { thanksSheet } from "~/domain/invitations/document.thanks.server";
import { scriptSheet } from "~/domain/live/document.script.server";
import { minutesSheet } from "~/domain/minutes/document.server";
import { referralsSheet } from "~/domain/motions/document.referrals.server";
import { slipsSheet } from "~/domain/motions/document.slips.server";
import { dossierSheet } from "~/domain/papers/document.dossier.server";
import { yearSheet } from "~/domain/reports/document.year.server";
import { reportSheet } from "~/domain/tasks/document.report.server";
import { serveDocuments } from "~/platform/documents-worker";
import type { Book, List } from "~/platform/lists";
import type { Sheet } from "~/platform/pdf/sheet";

/** The process that draws: one line a document, its name and the room's function from props to a sheet. */
const papers = {
  list: (list: List) => list,
  book: (book: Book) => book,
  year: yearSheet,
  minutes: minutesSheet,
  referrals: referralsSheet,
  thanks: thanksSheet,
  report: reportSheet,
  agreement: agreementSheet,
  poster: posterSheet,
  invitations: invitationsSheet,
  script: scriptSheet,
  attendance: attendanceListSheet,
  slips: slipsSheet,
};

const draw = (name: string, props: never): Sheet => {
  if (!Object.hasOwn(papers, name)) throw new Error(`No paper is called ${name}`);
  return (papers as unknown as Record<string, (props: never) => Sheet>)[name]?.(props) as Sheet;
};

/** All papers of a debate in one are drawn by the same functions as each alone. */
serveDocuments({ ...papers, dossier: dossierSheet(draw) });

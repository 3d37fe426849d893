import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/notes";
import { Card } from "~/ui/panel";
import { PublicPage } from "~/ui/public-page";
import type { DebateKind } from "~db/vocabulary";
import { page } from "../messages.page.pl";
import type { RsvpPageData } from "../queries.page.server";
import { guestName } from "../rules";
import { addressOf } from "../rules.address";
import { ClosedNote } from "./closed-note";
import { LetterView } from "./letter-view";
import { MeetingWhen } from "./meeting";
import { RsvpAnswer } from "./rsvp-answer";
import { RsvpForm } from "./rsvp-form";

type Refused = { fields: FormFields; errors: FormErrors; key: string };
type Props = RsvpPageData & { formKey: string; wantsChange: boolean; refused?: Refused };

/** The page of an invited official: the question, or the answer, or why there is nothing to answer. */
export function RsvpPage(props: Props) {
  const { closed, guest, wantsChange, refused } = props;
  const isAnswered = guest.status !== "sent";
  if (closed && !(closed === "answers_closed" && isAnswered)) return <ClosedPage {...props} closed={closed} />;
  if (isAnswered && (closed || !(wantsChange || refused))) return <RsvpAnswer {...props} />;
  return <Question {...props} />;
}

function Question({ unit, meeting, guest, substitute, letter, formKey, refused }: Props) {
  const errors = refused?.errors;
  return (
    <PublicPage unit={unit} nav={false}>
      <div className="split">
        <div className="stack stack--l">
          <div className="stack">
            <ErrorSummary errors={errors} labels={page.labels} />
            <p className="eyebrow">{typeset(page.eyebrow(guestName(guest)))}</p>
            <h1>{typeset(page.question(addressOf(guest.salutation), meeting.kind))}</h1>
            <MeetingWhen meeting={meeting} />
            {meeting.status === "postponed" && <Postponed kind={meeting.kind} reason={meeting.statusReason} />}
          </div>
          <RsvpForm
            formKey={refused?.key ?? formKey}
            fields={refused?.fields ?? answerAsFields(guest, substitute)}
            errors={errors}
            answersCloseAt={meeting.answersCloseAt}
          />
        </div>
        <aside className="split__side stack" aria-label={page.letter}>
          <Card>
            <LetterView letter={letter} />
          </Card>
          {meeting.path && (
            <p>
              <a className="btn btn--quiet" href={meeting.path}>
                {page.plan}
              </a>
            </p>
          )}
        </aside>
      </div>
    </PublicPage>
  );
}

const Postponed = ({ kind, reason }: { kind: DebateKind; reason: string }) => (
  <Note tone="warn">
    <p>{typeset(page.postponed(kind))}</p>
    {reason && <p>{typeset(`${page.reason} ${reason}`)}</p>}
  </Note>
);

/** What was answered before is in the form again, so a change is a change and not a new start. */
function answerAsFields(guest: RsvpPageData["guest"], substitute: RsvpPageData["substitute"]): FormFields {
  const { status, needs, statement } = guest;
  return { answer: status, needs, statement, ...(substitute && { ...substitute, status: "" }) };
}

function ClosedPage({ unit, meeting, guest, closed }: Props & { closed: NonNullable<RsvpPageData["closed"]> }) {
  return (
    <PublicPage unit={unit} nav={false} narrow>
      <ClosedNote
        closed={closed}
        eyebrow={page.eyebrow(guestName(guest))}
        reason={meeting.statusReason}
        meeting={meeting}
        phone={unit.phone}
      />
    </PublicPage>
  );
}

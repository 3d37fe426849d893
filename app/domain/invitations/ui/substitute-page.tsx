import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { PostForm } from "~/ui/form-pieces";
import { PublicPage } from "~/ui/public-page";
import type { SubstituteStatus } from "~db/vocabulary";
import { placeOf } from "../messages.letters.pl";
import { page, substitutePage as words } from "../messages.page.pl";
import type { SubstitutePageData } from "../queries.page.server";
import { guestName } from "../rules";
import { CallUnit, ClosedNote } from "./closed-note";
import { MeetingWhen } from "./meeting";
import { Needs } from "./rsvp-form";

type Refused = { fields: FormFields; errors: FormErrors; key: string };
type Props = SubstitutePageData & { formKey: string; wantsChange: boolean; refused?: Refused };

const TONES = {
  asked: "neutral",
  confirmed: "done",
  declined: "stop",
  replaced: "stop",
} satisfies Record<SubstituteStatus, Tone>;

/** The page of a substitute: comes or does not come, for somebody else and never as that person. */
export function SubstitutePage(props: Props) {
  const { unit, meeting, guest, substitute, closed, wantsChange, refused } = props;
  const isAnswered = substitute.status === "confirmed" || substitute.status === "declined";
  if (closed && !(closed === "answers_closed" && isAnswered))
    return (
      <PublicPage unit={unit} nav={false} narrow>
        <ClosedNote
          closed={closed}
          eyebrow={words.eyebrow(guestName(guest))}
          reason={meeting.statusReason}
          meeting={meeting}
          phone={unit.phone}
        />
      </PublicPage>
    );
  return isAnswered && (closed || !(wantsChange || refused)) ? <Answered {...props} /> : <Question {...props} />;
}

function Question({ unit, meeting, guest, substitute, formKey, refused }: Props) {
  const fields = refused?.fields ?? { answer: substitute.status, needs: substitute.needs };
  const errors = refused?.errors ?? {};
  return (
    <PublicPage unit={unit} nav={false} narrow>
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={refused?.errors} labels={page.labels} />
          <p className="eyebrow">{typeset(words.eyebrow(guestName(guest)))}</p>
          <h1>{typeset(words.question(meeting.kind))}</h1>
          <MeetingWhen meeting={meeting} />
          <p>{typeset(words.asked([substitute.name, substitute.post].filter(Boolean).join(", "), guestName(guest)))}</p>
          {meeting.path && (
            <p>
              <a href={meeting.path}>{page.plan}</a>
            </p>
          )}
        </div>
        <PostForm formKey={refused?.key ?? formKey} action="#bledy">
          <Choices
            name="answer"
            label={page.answer}
            error={errors.answer}
            chosen={String(fields.answer ?? "")}
            options={[
              { value: "confirmed", label: words.confirm, reveal: <Needs {...{ fields, errors }} /> },
              { value: "declined", label: words.decline, hint: words.declineHint },
            ]}
          />
          <div className="cluster">
            <Button look="primary">{page.submit}</Button>
            <span className="small muted">{typeset(words.until)}</span>
          </div>
        </PostForm>
      </div>
    </PublicPage>
  );
}

function Answered({ unit, meeting, guest, substitute, closed }: Props) {
  const { status, post, name, needs, respondedAt } = substitute;
  const isComing = status === "confirmed";
  return (
    <PublicPage unit={unit} nav={false} narrow>
      <div className="stack stack--l">
        <div className="stack">
          <p>
            <Badge tone={TONES[status]}>{words.badges[status]}</Badge>
          </p>
          <h1>{page.thanks}</h1>
          <p className="lead">{typeset(words.lead[status])}</p>
        </div>
        <Facts
          row
          className="card"
          items={[
            {
              term: page.facts.debate,
              value: (
                <>
                  {typeset(formatLongWithTime(meeting.startsAt, meeting.endsAt))}
                  <br />
                  {typeset(placeOf(meeting))}
                </>
              ),
            },
            {
              term: page.facts.minutes,
              value: isComing && typeset(page.onBehalf([name, post].filter(Boolean).join(", "), guestName(guest))),
            },
            { term: page.facts.needs, value: typeset(needs) },
            { term: page.facts.recorded, value: respondedAt && typeset(formatLongWithTime(respondedAt)) },
          ].map((fact) => ({ ...fact, value: fact.value || undefined }))}
        />
        <p className="cluster">
          {meeting.path && isComing && (
            <a className="btn btn--primary" href={`${meeting.path}/event.ics`}>
              {page.calendar}
            </a>
          )}
          {!closed && (
            <a className="btn" href="?zmien=1">
              {page.change}
            </a>
          )}
        </p>
        {unit.phone && <CallUnit phone={unit.phone} />}
      </div>
    </PublicPage>
  );
}

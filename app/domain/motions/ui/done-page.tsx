import { numberOf } from "~/domain/debates/messages.pl";
import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { PublicPage } from "~/ui/public-page";
import { Qr } from "~/ui/qr";
import { type Moment, Timeline } from "~/ui/timeline";
import { messages } from "../messages.pl";
import { done, form } from "../messages.resident.pl";
import type { OwnPageData } from "../queries.own.server";
import { WhoSeesWhat } from "./who-sees-what";

type Props = OwnPageData & { now: Date };

/** Right after sending, and to print: number, code, and what happens next. */
export function DonePage({ unit, motion, code, address, qr, now }: Props) {
  const debate = { number: motion.debateNumber, year: motion.debateYear };
  const crumbs = [
    { label: `Debata nr ${numberOf(debate)}`, href: `/u/${unit.slug}/debates/${motion.debateSlug}` },
    { label: form.crumb },
  ];
  const matter = [messages.categories[motion.category], motion.place].filter(Boolean).join(" · ");
  return (
    <PublicPage unit={unit} narrow crumbs={crumbs} current="debates">
      <div className="stack stack--l">
        <div className="stack">
          <p>
            <Badge tone="done">{done.badge}</Badge>
          </p>
          <h1>{done.heading}</h1>
          <p className="lead">{typeset(done.lead)}</p>
        </div>
        <section className="ticket" aria-label={done.ticket}>
          <div className="ticket__in">
            <Facts
              items={[
                { term: done.number, value: motion.number, code: true },
                { term: done.code, value: code, code: true },
                { term: done.matter, value: typeset(matter) },
                { term: done.savedAt, value: formatLongWithTime(motion.submittedAt) },
              ]}
            />
            <div>
              <Qr matrix={qr} label={done.qr} />
            </div>
          </div>
          <p className="ticket__foot small">
            {done.page} <a href={`/m/${code}`}>{address.replace(/^https?:\/\//, "")}</a>
          </p>
        </section>
        <p className="cluster no-print">
          <LinkButton look="primary" href={`/m/${code}`}>
            {done.open}
          </LinkButton>
          <span className="muted small">{done.print}</span>
        </p>
        <section aria-labelledby="co">
          <h2 id="co">{done.next}</h2>
          <div className="mt">
            <Timeline items={stepsOf(motion.debateStartsAt, now)} />
          </div>
        </section>
        <WhoSeesWhat policeText={motion.ownText} />
      </div>
    </PublicPage>
  );
}

/** A matter that comes after the evening is not discussed on it. */
function stepsOf(debateStartsAt: Date, now: Date): Moment[] {
  const soft = (text: string) => <p className="small muted">{typeset(text)}</p>;
  const steps: Moment[] = [{ key: "check", title: done.check, note: soft(done.checkText) }];
  if (debateStartsAt > now)
    steps.push({ key: "discuss", title: done.discuss, note: soft(formatLongWithTime(debateStartsAt)), next: true });
  steps.push({ key: "decide", title: done.decide, note: soft(done.decideText), next: true });
  return steps;
}

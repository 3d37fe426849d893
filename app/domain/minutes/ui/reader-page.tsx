import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { reader as words } from "../messages.reader.pl";
import type { ReaderPageData } from "../queries.reader.server";
import { readerName } from "../rules.readers";
import { lastDayOf } from "../rules.window";
import { ReaderForm, type ReaderFormProps } from "./reader-form";
import { ReaderSheet } from "./reader-sheet";

type Own = ReaderPageData["remarks"][number];

export type ReaderPageProps = Pick<ReaderFormProps, "formKey" | "fields" | "errors"> & {
  unit: PublicUnit;
  page: ReaderPageData;
  path: string;
  /** The place about which something is being said. */
  asked: string | null;
  isSent: boolean;
};

/** The draft for somebody who was there, paragraph by paragraph, and what they have proposed. */
export function ReaderPage({ unit, page, path, asked, isSent, ...form }: ReaderPageProps) {
  return (
    <PublicPage unit={unit} nav={false}>
      <div className="stack stack--l">
        <ErrorSummary errors={form.errors} labels={words.form.labels} />
        {isSent && !form.errors && (
          <Note tone="good" status>
            <p>{typeset(words.sent)}</p>
          </Note>
        )}
        <header className="stack">
          <p className="eyebrow">{words.eyebrow}</p>
          <h1>{page.isOpen ? words.heading : words.closed.title}</h1>
          <p className="cluster">
            {page.isOpen && <Badge tone="wait">{words.badge}</Badge>}
            <span>{typeset(words.you(readerName(page.reader)))}</span>
          </p>
          {page.isOpen && <p className="lead">{typeset(words.lead(page.topic))}</p>}
        </header>
        {page.isOpen ? <Open page={page} path={path} asked={asked} {...form} /> : <Closed page={page} unit={unit} />}
        <OwnRemarks remarks={page.remarks} />
      </div>
    </PublicPage>
  );
}

type OpenProps = Pick<ReaderPageProps, "path" | "asked" | "formKey" | "fields" | "errors"> & {
  page: Extract<ReaderPageData, { isOpen: true }>;
};

function Open({ page, path, asked, fields, ...form }: OpenProps) {
  const byLink = page.targets.find(({ id }) => id === asked);
  const typed = fields && {
    id: "",
    key: String(fields.partKey ?? ""),
    original: String(fields.original ?? ""),
    title: page.targets.find(({ key }) => key === fields.partKey)?.title ?? "",
  };
  const target = typed ?? byLink;
  return (
    <>
      <Note>
        {page.until && <p>{typeset(words.until(lastDayOf(page.until)))}</p>}
        <p>{typeset(words.how)}</p>
      </Note>
      {asked && !target && (
        <Note tone="warn" status>
          <p>{typeset(words.form.gone)}</p>
        </Note>
      )}
      {target && <ReaderForm {...form} target={target} path={path} fields={fields} />}
      <ReaderSheet sections={page.sections} targets={page.targets} path={path} />
    </>
  );
}

function Closed({ page, unit }: { page: Extract<ReaderPageData, { isOpen: false }>; unit: PublicUnit }) {
  const isApproved = page.status === "approved" || page.status === "published";
  const { closed } = words;
  return (
    <div className="stack">
      <p className="lead">{typeset(isApproved && page.number ? closed.approved(page.number) : closed.over)}</p>
      {page.status === "published" && (
        <p>
          <LinkButton href={`/u/${unit.slug}/debates/${page.slug}/minutes`} look="primary">
            {closed.read}
          </LinkButton>
        </p>
      )}
      <p>{typeset(closed.contact)}</p>
      {page.remarks.length === 0 && <p className="muted">{typeset(closed.none)}</p>}
    </div>
  );
}

const TONES = { open: "wait", accepted: "done", rejected: "stop" } as const;

function OwnRemarks({ remarks }: { remarks: Own[] }) {
  if (remarks.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="zgloszone">
      <h2 id="zgloszone">{words.own}</h2>
      {remarks.map(({ id, partTitle, original, proposed, reason, status, decision }) => (
        <article key={id} className="card stack stack--s" aria-labelledby={`u-${id}`}>
          <div className="cluster cluster--between">
            <h3 id={`u-${id}`}>{typeset(partTitle)}</h3>
            <Badge tone={TONES[status]}>{words.statuses[status]}</Badge>
          </div>
          {original && <Text label={words.was} text={original} />}
          <Text label={words.wanted} text={proposed || words.remove} />
          {reason && <Text label={words.reason} text={reason} />}
          {decision && <Text label={words.decision} text={decision} />}
        </article>
      ))}
    </section>
  );
}

const Text = ({ label, text }: { label: string; text: string }) => (
  <p className="pre">
    <b>{label}:</b> {typeset(text)}
  </p>
);

import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLong } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Stats } from "~/ui/facts";
import { PostForm } from "~/ui/form-pieces";
import { ListLinks } from "~/ui/list-links";
import { Empty, Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import { side } from "../messages.side.pl";
import type { GuestPageData } from "../queries.office.server";
import { countGuests, guestName } from "../rules";
import { GuestPicker } from "./guest-picker";
import { GuestTable } from "./guest-table";
import { LetterPane } from "./letter-pane";
import { RecordForm } from "./record-form";

export type RefusedAction = { action: string; fields: FormFields; errors: FormErrors; key: string };
type Props = GuestPageData & { formKey: string; directoryHref: string; refused?: RefusedAction };

export function GuestsPage(props: Props) {
  const { guests } = props;
  const counts = countGuests(guests);
  return (
    <>
      <Notices {...props} />
      {guests.length > 0 && <Stats strip items={statsOf(counts)} />}
      <Work {...props} drafts={counts.drafts} />
    </>
  );
}

/** What went wrong, what was done, and what stands in the way; nothing at all takes no room. */
function Notices({ debate, saved, isDelivered, refused }: Props) {
  const done = isDelivered ? SAVED : { ...SAVED, ...KEPT };
  const isQuiet = !refused && !saved.action && debate.status !== "draft" && !debate.datePending;
  if (isQuiet) return null;
  return (
    <div className="stack sub">
      <ErrorSummary errors={refused?.errors} labels={side.labels} />
      {saved.action && !refused && (
        <Note tone="good" status>
          {done[saved.action](saved.count)}
        </Note>
      )}
      {debate.status === "draft" && <Note>{messages.draftDebate}</Note>}
      {debate.datePending && <Note tone="warn">{messages.datePending}</Note>}
    </div>
  );
}

const { counts: words, saved: said } = messages;
const SAVED = {
  add: said.invited,
  send: said.sent,
  remind: said.reminded,
  record: said.recorded,
  substitute: said.recorded,
  withdraw: said.withdrawn,
  correct: said.corrected,
} satisfies Record<NonNullable<GuestPageData["saved"]["action"]>, (n: number) => string>;

/** Without a mail server no letter has gone anywhere. */
const KEPT = { send: said.kept.sent, remind: said.kept.reminded, correct: said.kept.corrected };

const statsOf = (counts: ReturnType<typeof countGuests>) => [
  { label: words.invited, value: counts.invited },
  { label: words.accepted, value: counts.accepted },
  { label: words.substituted, value: counts.substituted },
  { label: words.declined, value: counts.declined },
  { label: words.silent, value: counts.silent },
  ...(counts.failed ? [{ label: words.failed, value: counts.failed }] : []),
  ...(counts.drafts ? [{ label: words.drafts, value: counts.drafts }] : []),
];

function GuestList({
  guests,
  debate,
  pane,
  drafts,
  remindable,
  mayOrganize,
  mayRecord,
  formKey,
}: Props & { drafts: number }) {
  const canSend = drafts > 0 && mayOrganize && debate.status !== "draft" && !debate.datePending;
  const aside = mayOrganize && (
    <div className="cluster">
      {canSend && (
        <PostForm formKey={formKey} hidden={{ do: "send" }} className="">
          <Button small look="primary">
            {messages.send(drafts)}
          </Button>
        </PostForm>
      )}
      {remindable > 0 && (
        <PostForm formKey={formKey} hidden={{ do: "remind" }} className="">
          <Button small>{messages.remind(remindable)}</Button>
        </PostForm>
      )}
      {guests.length > 0 && (
        <LinkButton small href="?dodaj=1">
          {messages.add}
        </LinkButton>
      )}
    </div>
  );
  return (
    <Panel title={messages.guests} aside={aside}>
      {guests.length === 0 ? (
        <Empty
          title={messages.emptyTitle}
          action={
            mayOrganize &&
            pane.name !== "pick" && (
              <LinkButton look="primary" href="?dodaj=1">
                {messages.addFirst}
              </LinkButton>
            )
          }
        >
          {messages.emptyText}
        </Empty>
      ) : (
        <GuestTable
          guests={guests}
          chosenId={pane.name === "record" || pane.name === "withdraw" ? pane.guest.id : undefined}
          mayRecord={mayRecord}
        />
      )}
      {guests.length > 0 && <ListLinks slug="lista-gosci" about={messages.guests} />}
    </Panel>
  );
}

/** Picking and reading need the whole width; one guest's answer stands beside the list. */
function Work(props: Props & { drafts: number }) {
  const { debate, pane, formKey: fresh, directoryHref, mayOrganize, refused } = props;
  const { key, ...answer } = refused ?? {};
  const formKey = key ?? fresh;
  if (pane.name === "pick" && mayOrganize)
    return <GuestPicker key={key} {...pane} {...answer} formKey={formKey} directoryHref={directoryHref} />;
  if (pane.name === "letter") {
    const maySend = mayOrganize && debate.status !== "draft" && !debate.datePending;
    return <LetterPane {...pane} {...{ formKey, maySend, mayOrganize }} />;
  }
  return (
    <div className="cols">
      <GuestList {...props} />
      <Side {...props} formKey={formKey} />
    </div>
  );
}

function Side({ debate, pane, formKey, mayOrganize, mayRecord, refused }: Props) {
  if (pane.name === "record" && mayRecord)
    return <RecordForm key={pane.guest.id} guest={pane.guest} {...{ formKey, mayOrganize, refused }} />;
  if (pane.name === "withdraw" && mayOrganize) return <Withdrawal guest={pane.guest} formKey={formKey} />;
  return (
    <Panel title={messages.answersUntil} padded>
      <p>{typeset(formatLong(debate.answersCloseAt))}</p>
    </Panel>
  );
}

type Guest = GuestPageData["guests"][number];

/** Its own address instead of a dialog: works without JavaScript, and „Wstecz” gets out of it. */
const Withdrawal = ({ guest, formKey }: { guest: Guest; formKey: string }) => (
  <Panel title={typeset(side.withdraw.title(guestName(guest)))} id="wycofaj" padded>
    <p>{guest.status === "draft" ? side.withdraw.draft : side.withdraw.sent}</p>
    <PostForm formKey={formKey} hidden={{ do: "withdraw", id: guest.id }}>
      <div className="cluster">
        <Button look="danger">{side.withdraw.submit}</Button>
        <LinkButton href="?">{side.record.close}</LinkButton>
      </div>
    </PostForm>
  </Panel>
);

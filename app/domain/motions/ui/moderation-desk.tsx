import type { FormFields, Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLongWithTime, formatMoment, formatShortWithTime } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Button } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { desk } from "../messages.inbox.pl";
import { eventMessages, messages } from "../messages.pl";
import { repeats } from "../messages.repeats.pl";
import type { SelectedMotion } from "../queries.inbox.server";
import { columnsOf, decideMove, type MotionMove, stateOf } from "../rules";
import { flagsOf } from "../rules.privacy";
import { REPEATS_FROM } from "../rules.repeats";
import { MODERATION_CHOICES, type ModerationChoice } from "../schema";
import { Details, Face, Original, Similar, textOf } from "./moderation-fields";
import { OfficeMotionBadge } from "./motion-badge";
import { ReferralBadge } from "./referral-badge";
import { WhoSeesWhat } from "./who-sees-what";

export type DeskAnswer = Refused & { isConflict: boolean };
type Props = {
  motion: SelectedMotion;
  formKey: string;
  base: string;
  query: string;
  now: Date;
  mayOrganize: boolean;
  answer?: DeskAnswer;
};

/** One motion: what was written, what the public will read, and what to do with it. */
export function ModerationDesk({ motion, mayOrganize, ...rest }: Props) {
  const choices = choicesFor(motion);
  return (
    <div className="stack" id="wniosek">
      {motion.repeats.many >= REPEATS_FROM && (
        <Note tone="warn">
          <p>
            {typeset(repeats.again(motion.repeats.many, motion.repeats.debates))}.{" "}
            <Anchor href={`${homeOf(rest.base)}/motions/repeats`}>{repeats.link}</Anchor>
          </p>
        </Note>
      )}
      {mayOrganize && choices.length > 0 ? (
        <DeskForm motion={motion} choices={choices} {...rest} />
      ) : (
        <ReadOnly motion={motion} mayOrganize={mayOrganize} />
      )}
      <About motion={motion} now={rest.now} />
    </div>
  );
}

const MOVES: Record<ModerationChoice, readonly MotionMove[]> = {
  admit: ["admit", "revise"],
  refer: ["refer"],
  merge: ["merge"],
  police: ["keep_for_police"],
  out_of_scope: ["put_out_of_scope"],
  return: ["return"],
};

/** A button that would be refused is not shown. What is not admitted yet will be, by the button itself. */
function choicesFor(motion: SelectedMotion): ModerationChoice[] {
  const state = stateOf(motion);
  // What has been passed on is decided where it is followed; only its words may still be corrected.
  if (motion.referredAt) return ["admit"];
  const admitted = stateOf(columnsOf(state === "submitted" || state === "returned" ? "open" : state));
  return MODERATION_CHOICES.filter((choice) =>
    MOVES[choice].some(
      (move) => decideMove(state, move).ok || (AFTER_ADMITTING.has(choice) && decideMove(admitted, move).ok),
    ),
  );
}
const AFTER_ADMITTING = new Set<ModerationChoice>(["refer", "out_of_scope"]);

function DeskForm({
  motion,
  choices,
  formKey,
  answer,
  base,
  query,
}: Omit<Props, "mayOrganize" | "now"> & { choices: ModerationChoice[] }) {
  const mine = answer?.fields.motionId === motion.id ? answer : undefined;
  const errors = mine?.errors ?? {};
  const fields = mine?.fields ?? {
    textPublic: motion.textPublic,
    place: motion.place,
    category: motion.category,
    kmzb: motion.kmzb ?? "",
    sensitivity: motion.sensitivity === "internal" && motion.flags.length === 0 ? "internal" : "public",
    referredToBodyId: motion.referredToBodyId ?? motion.suggestion?.bodyId ?? "",
    legalTrack: motion.legalTrack,
  };
  return (
    <PostForm
      formKey={mine?.key ?? formKey}
      version={motion.version}
      hidden={{ motionId: motion.id }}
      className=""
      // With the motion in it: a refusal shows this one again, and not the first of the queue.
      action={`${base}?${query && `${query}&`}wniosek=${motion.id}`}
      labelledBy="wn"
    >
      <div className="stack">
        {mine?.isConflict && <Conflict motion={motion} fields={mine.fields} />}
        <ErrorSummary errors={errors} labels={desk.labels} />
        <Panel id="wn" title={desk.heading(motion.number)} aside={<Origin motion={motion} />} padded>
          <div className="twin">
            <Original motion={motion} />
            <TextArea
              name="textPublic"
              label={desk.textPublic}
              hint={desk.textPublicHint}
              rows={4}
              defaultValue={textOf(fields.textPublic)}
              error={errors.textPublic}
            />
          </div>
          <Face
            motion={motion}
            fields={fields}
            errors={errors}
            isFlagged={isFlagged(textOf(fields.textPublic), textOf(fields.place))}
          />
          <Similar motion={motion} base={base} query={query} />
        </Panel>
        <Panel title={desk.whatToDo} padded>
          <div className="outcomes">
            {choices.map((choice, index) => (
              <Button
                key={choice}
                name="o"
                value={choice}
                look={index === 0 ? "primary" : choice === "return" ? "danger" : undefined}
                kbd={desk.choices[choice].key}
                data-key={desk.choices[choice].key}
              >
                {choice === "admit" && motion.status === "admitted" ? desk.save : desk.choices[choice].label}
              </Button>
            ))}
          </div>
          <Details motion={motion} fields={fields} errors={errors} choices={choices} />
          {choices.includes("refer") && motion.status === "admitted" && (
            <p>
              <Anchor href={`${homeOf(base)}/motions/${motion.id}/refer`}>{desk.preview}</Anchor>
            </p>
          )}
        </Panel>
        <WhoSeesWhat
          heading="vh"
          policeText={motion.textRaw}
          publicText={motion.textPublic}
          isHidden={motion.sensitivity !== "public"}
        />
      </div>
    </PostForm>
  );
}

/** The unit's address, from that of the inbox or of a debate's motions. */
const homeOf = (base: string) => base.replace(/(\/debates\/[^/]+)?\/motions$/, "");

const isFlagged = (text = "", place = "") => flagsOf(text, place).length > 0;

const Conflict = ({ motion, fields }: { motion: SelectedMotion; fields: FormFields }) => (
  <ConflictNote
    fields={[
      { label: desk.textPublic, mine: textOf(fields.textPublic) ?? "", theirs: motion.textPublic },
      { label: desk.place, mine: textOf(fields.place) ?? "", theirs: motion.place },
    ]}
  />
);

const Origin = ({ motion }: { motion: SelectedMotion }) => (
  <span className="small muted">
    {messages.channels[motion.channel]} · {formatLongWithTime(motion.submittedAt)}
  </span>
);

const ReadOnly = ({ motion, mayOrganize }: { motion: SelectedMotion; mayOrganize: boolean }) => (
  <Panel id="wn" title={desk.heading(motion.number)} aside={<Origin motion={motion} />} padded>
    {!mayOrganize && (
      <Note>
        <p>{desk.readOnly}</p>
      </Note>
    )}
    <Original motion={motion} />
    <p className="pre">{typeset(motion.textPublic)}</p>
  </Panel>
);

function About({ motion, now }: { motion: SelectedMotion; now: Date }) {
  const author = motion.author && [motion.author.name, motion.author.email].filter(Boolean).join(", ");
  return (
    <div className="pair">
      <Panel title={desk.facts} padded>
        <p>
          <OfficeMotionBadge {...motion} /> <ReferralBadge motion={motion} now={now} />
        </p>
        <Facts
          items={[
            { term: desk.author, value: author === null ? null : author || desk.anonymous },
            { term: desk.raisedBy, value: messages.raisedBy[motion.raisedBy] },
            { term: desk.track, value: messages.legalTracks[motion.legalTrack] },
            { term: desk.referredTo, value: motion.referredTo },
            { term: desk.passedOn, value: motion.referredAt && formatShortWithTime(motion.referredAt) },
            { term: desk.mergedInto, value: motion.mergedInto },
            { term: desk.returnReason, value: motion.returnReason },
            { term: desk.answer, value: motion.answer },
            { term: desk.answeredBy, value: motion.answeredBy },
            { term: desk.settlement, value: motion.settlement && messages.settlements[motion.settlement] },
          ]}
        />
      </Panel>
      <Panel title={desk.history} padded>
        <Timeline
          items={motion.events.map(({ id, action, data, occurredAt, actorName }) => ({
            key: id,
            title: sentence(action, data),
            who: [actorName, formatMoment(occurredAt, now)].filter(Boolean).join(" · "),
          }))}
        />
      </Panel>
    </div>
  );
}

const SENTENCES: Record<string, (data: Parameters<typeof eventMessages.motion_admitted>[0]) => string> = eventMessages;
const sentence = (action: string, data: Parameters<typeof eventMessages.motion_admitted>[0]) =>
  SENTENCES[action]?.(data) ?? action;

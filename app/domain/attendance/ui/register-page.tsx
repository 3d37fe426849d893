import { numberOf } from "~/domain/debates/messages.pl";
import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import { register } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { getRegisterPage } from "../queries.page.server";
import { MAX_SEATS } from "../rules";
import { NEEDS } from "../schema";
import { placeOf } from "./when";

type Props = Awaited<ReturnType<typeof getRegisterPage>> & { formKey: string; refused?: Refused };

export function RegisterPage({ unit, headOffice, debate, free, closed, formKey, refused }: Props) {
  const path = `/u/${unit.slug}/debates/${debate.slug}`;
  const label = `Debata nr ${numberOf(debate)}`;
  return (
    <PublicPage unit={unit} narrow current="debates" crumbs={[{ label, href: path }, { label: register.crumb }]}>
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={refused?.errors} labels={register.labels} />
          <h1>{register.title}</h1>
          <p className="lead">
            {typeset(`${debate.topic}: ${formatLongWithTime(debate.startsAt)}, ${placeOf(debate)}.`)}
          </p>
          {!closed && <p>{typeset(seatsLine(free))}</p>}
        </div>
        {closed && !refused ? (
          <Closed reason={messages.refusals[closed]} path={path} />
        ) : (
          <SeatForm {...{ formKey, refused, free }} privacy={{ head: headOffice || unit.name, slug: unit.slug }} />
        )}
      </div>
    </PublicPage>
  );
}

const seatsLine = (free: number | null) =>
  free === null ? register.open : free === 0 ? register.full : `${register.free(free)} ${register.open}`;

const Closed = ({ reason, path }: { reason: string; path: string }) => (
  <>
    <Note>
      <h2>{register.closedHeading}</h2>
      <p>{reason}</p>
    </Note>
    <p>
      <LinkButton href={path}>{register.back}</LinkButton>
    </p>
  </>
);

type FormProps = {
  formKey: string;
  refused?: Refused;
  free: number | null;
  privacy: { head: string; slug: string };
};

function SeatForm({ formKey, refused, free, privacy }: FormProps) {
  const { fields = {}, errors = {}, key } = refused ?? {};
  const textOf = (name: string) => (typeof fields[name] === "string" ? fields[name] : undefined);
  return (
    <PostForm formKey={key ?? formKey} action="#bledy">
      <Field
        name="name"
        label={register.name}
        hint={register.nameHint}
        width="m"
        autoComplete="nickname"
        required
        defaultValue={textOf("name")}
        error={errors.name}
      />
      <Select
        name="seats"
        label={register.seats}
        width="s"
        defaultValue={textOf("seats") ?? "1"}
        error={errors.seats}
        options={Array.from({ length: MAX_SEATS }, (_, i) => ({
          value: String(i + 1),
          label: register.seatsChoice(i + 1),
        }))}
      />
      <Choices
        name="needs[]"
        type="checkbox"
        label={register.needs}
        hint={register.needsHint}
        optional
        chosen={fields.needs}
        options={NEEDS.map((need) => ({ value: need, label: messages.needs[need] }))}
      />
      <Field
        name="email"
        type="email"
        label={register.email}
        hint={register.emailHint}
        optional
        autoComplete="email"
        defaultValue={textOf("email")}
        error={errors.email}
      />
      <div className="cluster">
        <Button look="primary">{free === 0 ? register.submitWaiting : register.submit}</Button>
      </div>
      <p className="small muted prose">
        {typeset(register.privacyBefore(privacy.head))}{" "}
        <a href={`/u/${privacy.slug}/privacy`}>{register.privacyLink}</a>
      </p>
    </PostForm>
  );
}

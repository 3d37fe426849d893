import { competence } from "~/domain/directory/messages.competence.pl";
import type { FormErrors, FormFields } from "~/platform/forms";
import { listed, typeset } from "~/platform/language";
import { warsawDate } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Check } from "~/ui/choices";
import { Field, Select, TextArea } from "~/ui/field";
import { Hidden } from "~/ui/form-pieces";
import { desk } from "../messages.inbox.pl";
import { messages } from "../messages.pl";
import type { SelectedMotion } from "../queries.inbox.server";
import { kmzbOn } from "../rules.kmzb";
import { flagsOf, markedParts } from "../rules.privacy";
import type { ModerationChoice } from "../schema";
import { categoryOptions } from "./motion-form-page";

export const textOf = (value: FormFields[string] | undefined) => (typeof value === "string" ? value : undefined);

export function Original({ motion }: { motion: SelectedMotion }) {
  const kinds = flagsOf(motion.textRaw).map((kind) => messages.personalData[kind]);
  return (
    <div className="stack stack--s">
      <h3>{desk.original}</h3>
      <p className="field__hint">{kinds.length > 0 ? desk.originalFlagged(listed(kinds)) : desk.originalHint}</p>
      <p className="paper pre">
        {markedParts(motion.textRaw).map(({ text, kind }, index) =>
          kind ? (
            <mark key={index} title={messages.personalData[kind]}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  );
}

type FaceProps = { motion: SelectedMotion; fields: FormFields; errors: FormErrors; isFlagged: boolean };

export function Face({ motion, fields, errors, isFlagged }: FaceProps) {
  return (
    <>
      <div className="pair">
        <Select
          name="category"
          label={desk.category}
          defaultValue={textOf(fields.category)}
          error={errors.category}
          options={categoryOptions}
        />
        <Field
          name="place"
          label={desk.place}
          defaultValue={textOf(fields.place)}
          error={errors.place}
          autoComplete="off"
        />
        <Select
          name="kmzb"
          label={desk.kmzb}
          hint={desk.kmzbHint}
          defaultValue={textOf(fields.kmzb)}
          placeholder={desk.kmzbNone}
          error={errors.kmzb}
          options={kmzbOn(warsawDate(motion.submittedAt)).map(({ code, label }) => ({ value: code, label }))}
        />
        {motion.sensitivity === "police_only" ? (
          <Hidden values={{ sensitivity: "internal" }} />
        ) : (
          <Select
            name="sensitivity"
            label={desk.sensitivity}
            defaultValue={textOf(fields.sensitivity)}
            error={errors.sensitivity}
            options={Object.entries(desk.sensitivities).map(([value, label]) => ({ value, label }))}
          />
        )}
        <Select
          name="legalTrack"
          label={desk.track}
          hint={desk.trackHint}
          defaultValue={textOf(fields.legalTrack)}
          error={errors.legalTrack}
          options={Object.entries(messages.legalTracks).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {(isFlagged || errors.looked) && (
        <Check name="looked" label={desk.looked} hint={desk.lookedHint} error={errors.looked} />
      )}
    </>
  );
}

export function Similar({ motion, base, query }: { motion: SelectedMotion; base: string; query: string }) {
  if (motion.similar.length === 0) return null;
  return (
    <div className="small">
      <b>{desk.similar}</b>
      <ul className="list">
        {motion.similar.map(({ id, number, textPublic, place }) => (
          <li key={id}>
            <Anchor href={`${base}?${withMotion(query, id)}#wniosek`}>{number}</Anchor> {typeset(shortened(textPublic))}
            {place && `, ${place}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function withMotion(query: string, id: string) {
  const search = new URLSearchParams(query);
  search.set("wniosek", id);
  return search.toString();
}

const shortened = (text: string) => (text.length > 90 ? `„${[...text].slice(0, 90).join("")}…”` : `„${text}”`);

type DetailsProps = { motion: SelectedMotion; fields: FormFields; errors: FormErrors; choices: ModerationChoice[] };

export function Details({ motion, fields, errors, choices }: DetailsProps) {
  return (
    <>
      <div className="pair">
        {choices.includes("refer") && (
          <Select
            name="referredToBodyId"
            label={desk.body}
            hint={motion.suggestion ? competence.suggestion(motion.suggestion) : desk.bodyHint}
            placeholder={desk.bodyNone}
            defaultValue={textOf(fields.referredToBodyId)}
            error={errors.referredToBodyId}
            options={motion.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {choices.includes("merge") && (
          <Field
            name="into"
            label={desk.into}
            hint={desk.intoHint}
            autoComplete="off"
            defaultValue={textOf(fields.into)}
            error={errors.into}
          />
        )}
      </div>
      {choices.length > 1 && (
        <TextArea
          name="reason"
          label={desk.reason}
          hint={desk.reasonHint}
          optional
          rows={2}
          defaultValue={textOf(fields.reason)}
          error={errors.reason}
        />
      )}
    </>
  );
}

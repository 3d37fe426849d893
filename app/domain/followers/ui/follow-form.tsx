import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Note } from "~/ui/notes";
import { toResult } from "~/ui/result-place";
import { follow } from "../messages.pl";

type Props = { path: string; privacyHref: string; isSent: boolean; refused?: Refused };

/**
 * The page is the same finished bytes for everybody, so its form has no key of its own; it needs none, because asking
 * twice is asking once.
 */
export function FollowForm({ path, privacyHref, isSent, refused }: Props) {
  const { fields, errors } = refused ?? {};
  return (
    <section className="card stack no-print" aria-labelledby="powiadom">
      <h2 id="powiadom">{follow.title}</h2>
      {isSent ? (
        <Note tone="good" status>
          <h3>{follow.sentTitle}</h3>
          <p>{typeset(follow.sent)}</p>
        </Note>
      ) : (
        <form method="post" action={toResult(path)} noValidate className="form" aria-labelledby="powiadom">
          <p>{typeset(follow.lead)}</p>
          <Field
            name="email"
            type="email"
            label={follow.email}
            autoComplete="email"
            defaultValue={String(fields?.email ?? "")}
            error={errors?.email}
          />
          <Check
            name="supports"
            label={follow.supports}
            hint={typeset(follow.supportsHint)}
            defaultChecked={fields?.supports === "on"}
          />
          <Button look="primary">{follow.submit}</Button>
          <p className="small muted prose">
            {typeset(follow.privacyBefore)} <a href={privacyHref}>{typeset(follow.privacyLink)}</a>
          </p>
        </form>
      )}
    </section>
  );
}

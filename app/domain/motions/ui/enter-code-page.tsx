import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PlainPage } from "~/ui/public-page";
import { enter } from "../messages.resident.pl";

/** For those who have the paper and not the link. */
export function EnterCodePage() {
  return (
    <PlainPage narrow>
      <div className="stack stack--l">
        <div className="stack">
          <h1>{enter.title}</h1>
          <p className="lead">{typeset(enter.lead)}</p>
        </div>
        <form className="form card" method="get" action="/m">
          <Field name="kod" label={enter.code} hint={enter.codeHint} width="m" autoComplete="off" required />
          <div className="cluster">
            <Button look="primary">{enter.open}</Button>
          </div>
        </form>
      </div>
    </PlainPage>
  );
}

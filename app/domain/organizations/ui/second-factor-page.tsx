import type { ReactNode } from "react";
import type { FormErrors } from "~/platform/forms";
import { formatMoment } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Qr, type QrMatrix } from "~/ui/qr";
import { account, secondFactor as text } from "../messages.account.pl";
import { CurrentPassword } from "./account-page";

const PATH = "/account/second-factor";
type Form = { formKey: string; errors?: FormErrors };

const Page = ({ errors, children }: { errors?: FormErrors; children: ReactNode }) => (
  <>
    <ErrorSummary errors={errors} kept={false} />
    <TopBar title={text.title} crumbs={[{ label: account.title, href: "/account" }, { label: text.short }]} />
    <div className="stack">{children}</div>
  </>
);

type OffProps = Form & { isNeeded: boolean; isEnded: boolean };

/** Nobody has set it up yet: why, with what, and the password first. */
export const SecondFactorOff = ({ isNeeded, isEnded, formKey, errors }: OffProps) => (
  <Page errors={errors}>
    {isEnded && (
      <Note tone="good" status>
        {text.ended}
      </Note>
    )}
    {isNeeded && <Note tone="warn">{text.needed}</Note>}
    <Panel title={text.step(1)} padded>
      <p>{text.lead}</p>
      <p>{text.apps}</p>
      <PostForm formKey={formKey} action={PATH} hidden={{ do: "start" }}>
        <CurrentPassword label={text.current} errors={errors} />
        <Button look="primary">{text.start}</Button>
      </PostForm>
    </Panel>
  </Page>
);

type OfferProps = Form & { secret: string; sealed: string; qr: QrMatrix };

/** The secret goes into the phone; a code of the phone comes back. */
export const SecondFactorOffer = ({ secret, sealed, qr, formKey, errors }: OfferProps) => (
  <Page errors={errors}>
    <Panel title={text.step(2)} padded>
      <p>{text.scan}</p>
      <Qr matrix={qr} label={text.qr} />
      <p>
        {text.typed}:<br />
        <code>{grouped(secret)}</code>
      </p>
      <PostForm formKey={formKey} action={PATH} hidden={{ do: "confirm", sealed }}>
        <CodeField label={text.code} hint={text.confirmLead} error={errors?.code} />
        <Button look="primary">{text.confirm}</Button>
      </PostForm>
    </Panel>
  </Page>
);

const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

type CodeFieldProps = { label: string; hint?: string; error?: FormErrors[string] };
const CodeField = (props: CodeFieldProps) => (
  <Field {...props} name="code" inputMode="numeric" autoComplete="one-time-code" width="s" required />
);

/** The only time that they can be read. */
export const RecoveryCodes = ({ codes, goOn }: { codes: string[]; goOn: string }) => (
  <Page>
    <Panel title={text.codesTitle} padded>
      <p>{text.codesLead}</p>
      <ol className="list" aria-label={text.codesLabel}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <LinkButton look="primary" href={goOn}>
          {text.codesNext}
        </LinkButton>
      </p>
    </Panel>
  </Page>
);

type OnProps = Form & { since: Date; now: Date; left: number; isByRecovery: boolean };

export const SecondFactorOn = ({ since, now, left, isByRecovery, formKey, errors }: OnProps) => (
  <Page errors={errors}>
    {isByRecovery && (
      <Note tone="warn" status>
        {text.usedRecovery(left)}
      </Note>
    )}
    <Panel title={text.short} padded>
      <p>{text.onSince(formatMoment(since, now))}</p>
      <p>
        <LinkButton look="quiet" href="?wylacz">
          {text.endLink}
        </LinkButton>
      </p>
    </Panel>
    <Panel title={text.newCodes} padded>
      <p>
        {text.left(left)} {text.newCodesNote}
      </p>
      <PostForm formKey={formKey} action={PATH} hidden={{ do: "codes" }}>
        <CurrentPassword label={text.current} errors={errors} />
        <Button>{text.newCodesSubmit}</Button>
      </PostForm>
    </Panel>
  </Page>
);

export const EndSecondFactor = ({ isNeeded, formKey, errors }: Form & { isNeeded: boolean }) => (
  <ConfirmPage
    title={text.endTitle}
    problem={<ErrorSummary errors={errors} kept={false} />}
    submit={text.end}
    danger
    backHref={PATH}
    formKey={formKey}
    hidden={{ do: "end" }}
    action={`${PATH}?wylacz`}
    fields={
      <>
        <CurrentPassword label={text.current} errors={errors} />
        <Field name="code" label={text.endCode} autoComplete="one-time-code" error={errors?.code} width="m" required />
      </>
    }
  >
    <p>{isNeeded ? text.endNeeded : text.endNote}</p>
  </ConfirmPage>
);

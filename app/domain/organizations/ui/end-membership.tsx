import type { FormErrors } from "~/platform/forms";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { members as text } from "../messages.pl";

type Props = { path: string; member: { id: string; name: string }; formKey: string; errors?: FormErrors };

export const EndMembership = ({ path, member: { id, name }, formKey, errors }: Props) => (
  <ConfirmPage
    title={text.endTitle(name)}
    problem={<ErrorSummary errors={errors} />}
    submit={text.end}
    danger
    backHref={`${path}/members`}
    formKey={formKey}
    hidden={{ intent: "end", id }}
    action={`${path}/members?koniec=${id}`}
  >
    <p>{text.endNote}</p>
  </ConfirmPage>
);

/** Lets a colleague sign in with the password alone until there is a new phone. */
export const ResetSecondFactor = ({ path, member: { id, name }, formKey, errors }: Props) => (
  <ConfirmPage
    title={text.resetFactorTitle(name)}
    problem={<ErrorSummary errors={errors} />}
    submit={text.resetFactor}
    danger
    backHref={`${path}/members?osoba=${id}`}
    formKey={formKey}
    hidden={{ intent: "second_factor", id }}
    action={`${path}/members?skladnik=${id}`}
  >
    <p>{text.resetFactorNote}</p>
  </ConfirmPage>
);

import { LinkButton } from "~/ui/button";
import { inbox } from "../messages.inbox.pl";
import { CaptureForm } from "./capture-form";
import { InboxPage, type InboxProps } from "./inbox-page";

/** The inbox of one debate, with the form for what came on paper. */
export function DebateMotionsPage({ isCapturing, ...props }: InboxProps & { isCapturing: boolean }) {
  const { base, formKey, answer, mayOrganize } = props;
  if (isCapturing) return <CaptureForm base={base} formKey={formKey} answer={answer} />;
  return (
    <>
      {mayOrganize && (
        <p className="sub">
          <LinkButton href={`${base}?wpisz`}>{inbox.capture}</LinkButton>
        </p>
      )}
      <InboxPage {...props} />
    </>
  );
}

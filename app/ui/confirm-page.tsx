import type { ReactNode } from "react";
import { Button, LinkButton } from "./button";
import { PostForm } from "./form-pieces";
import { messages } from "./messages.pl";

type Props = {
  title: string;
  /** What will happen, and what cannot be undone. */
  children?: ReactNode;
  /** Fields, e.g. a reason, between the text and the buttons. */
  fields?: ReactNode;
  problem?: ReactNode;
  submit: string;
  danger?: boolean;
  backHref: string;
  back?: string;
  formKey: string;
  /** Stands under a page title already, as on the pages of a debate: then its own is an h2. */
  below?: boolean;
  version?: number | string;
  hidden?: Record<string, string | number>;
  action?: string;
};

/** A page instead of a dialog: works without JavaScript, has an address, and „Wstecz” gets out of it. */
export function ConfirmPage({
  below,
  title,
  children,
  fields,
  problem,
  submit,
  danger,
  backHref,
  back,
  ...form
}: Props) {
  const Heading = below ? "h2" : "h1";
  return (
    <div className="card stack confirm">
      {problem}
      <Heading>{title}</Heading>
      {children && <div className="stack prose">{children}</div>}
      <PostForm {...form}>
        {fields}
        <div className="cluster">
          <Button look={danger ? "danger" : "primary"}>{submit}</Button>
          <LinkButton href={backHref}>{back ?? messages.back}</LinkButton>
        </div>
      </PostForm>
    </div>
  );
}

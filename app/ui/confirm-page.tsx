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
  version?: number | string;
  hidden?: Record<string, string | number>;
  action?: string;
};

/** A page instead of a dialog: works without JavaScript, has an address, and „Wstecz” gets out of it. */
export function ConfirmPage({ title, children, fields, problem, submit, danger, backHref, back, ...form }: Props) {
  return (
    <div className="card stack confirm">
      {problem}
      <h1>{title}</h1>
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

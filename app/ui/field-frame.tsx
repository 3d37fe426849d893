import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";

/** A text, or the error as forms.server and react-hook-form hold it. */
export type FieldProblem = string | { message?: string } | undefined;

export type FieldParts = {
  label: ReactNode;
  hint?: ReactNode;
  error?: FieldProblem;
  optional?: boolean;
  hideLabel?: boolean;
  /** Spans the whole row inside `pair` and `capture__grid`. */
  wide?: boolean;
};

export const problemText = (error: FieldProblem) => (typeof error === "string" ? error : error?.message) || undefined;

/** `needs[]` is sent as a list and is `needs` in the schema, in the errors, and so in the links of their summary. */
export const fieldId = (name: string) => name.replace(/\[\]$/, "");

/** Ids follow from the field's own, so links of the error summary and labels never drift apart. */
export function describe(id: string, { hint, error }: Pick<FieldParts, "hint" | "error">) {
  const isInvalid = Boolean(problemText(error));
  return {
    "aria-describedby": joinClasses(Boolean(hint) && `${id}-h`, isInvalid && `${id}-e`),
    "aria-invalid": isInvalid || undefined,
  };
}

export function FieldFrame({ id, label, children, ...parts }: FieldParts & { id: string; children: ReactNode }) {
  const { hint, error, optional, hideLabel, wide } = parts;
  return (
    <div className={joinClasses("field", Boolean(problemText(error)) && "is-invalid", wide && "is-wide")}>
      <label className={joinClasses("field__label", hideLabel && "vh")} htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <HintAndError {...{ id, hint, error }} />
      {children}
    </div>
  );
}

export const OptionalMark = () => (
  <>
    {" "}
    <span className="field__opt">{messages.optional}</span>
  </>
);

export function HintAndError({ id, hint, error }: { id: string } & Pick<FieldParts, "hint" | "error">) {
  const problem = problemText(error);
  return (
    <>
      {hint && (
        <p className="field__hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field__error" id={`${id}-e`}>
          <span>
            <span className="vh">{messages.errorPrefix}</span>
            {problem}
          </span>
        </p>
      )}
    </>
  );
}

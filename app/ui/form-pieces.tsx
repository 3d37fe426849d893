import { Form } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { ClientNavigation } from "./anchor";
import { toResult } from "./result-place";

/** The idempotency key: a double click is one command. */
export const FormKey = ({ value }: { value: string }) => <input type="hidden" name="_key" value={value} />;

const MARK = /-h[0-9a-z]{1,7}$/;

/**
 * Several forms of one page are shown with one key, and somebody who goes back may send a second of them: by what it
 * carries unseen (which button, which row) each is a form of its own. The key that comes back stays what it was.
 */
function keyOf(formKey: string, hidden: Record<string, string | number> | undefined) {
  const what = JSON.stringify(Object.entries(hidden ?? {}));
  let hash = 0x811c9dc5; // FNV-1a: the same in the browser and here, and nobody's secret
  for (const letter of what) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hidden ? `${formKey.replace(MARK, "")}-h${(hash >>> 0).toString(36)}` : formKey;
}

/** The version that was read, so a stale save gets 409 instead of overwriting. */
const Version = ({ value }: { value: number | string }) => <input type="hidden" name="_version" value={value} />;

/** Values that travel with a form unseen. */
export function Hidden({ values }: { values: Record<string, string | number> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type Props = {
  formKey: string;
  version?: number | string;
  hidden?: Record<string, string | number>;
  action?: string;
  className?: string;
  label?: string;
  labelledBy?: string;
  /** For forms with a file. */
  multipart?: boolean;
  onSubmit?: React.FormEventHandler<HTMLFormElement>;
  children: ReactNode;
};

/** A POST form with its key and version: plain on public pages, Remix's `<Form>` inside the office. */
export function PostForm({
  formKey,
  version,
  hidden,
  className = "form",
  label,
  labelledBy,
  children,
  ...rest
}: Props) {
  const { multipart, action, ...form } = rest;
  const isHydrated = useContext(ClientNavigation);
  const Tag = isHydrated ? Form : "form";
  return (
    <Tag
      method="post"
      action={isHydrated ? action : toResult(action)}
      noValidate
      className={className}
      encType={multipart ? "multipart/form-data" : undefined}
      aria-label={label}
      aria-labelledby={labelledBy}
      {...form}
    >
      <FormKey value={keyOf(formKey, hidden)} />
      {version !== undefined && <Version value={version} />}
      {hidden && <Hidden values={hidden} />}
      {children}
    </Tag>
  );
}

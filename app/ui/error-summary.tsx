import { useEffect, useRef } from "react";
import { messages } from "./messages.pl";
import { resultPlace } from "./result-place";

type Props = {
  /** FormErrors of forms.server, or the (possibly nested) FieldErrors of react-hook-form. */
  errors: object | undefined;
  /** Names of fields as people see them: „Gdzie? – proszę wpisać miejsce”. */
  labels?: Record<string, string>;
  /** False where something is not given back, such as a password. */
  kept?: boolean;
};

/** Stands before the h1. In the office it takes the focus by script, on public pages by its address (`result-place`). */
export function ErrorSummary({ errors, labels = {}, kept = true }: Props) {
  const problems = listProblems(errors);
  const box = useFocusAfterSubmit(problems.length > 0);
  const fields = problems.filter(({ name }) => name !== "root");
  const general = problems.find(({ name }) => name === "root")?.message;
  const heading = general ?? (fields.length > 0 && messages.correctFields(fields.length));
  if (!heading) return null;

  return (
    <div className="alert" role="alert" {...resultPlace} ref={box}>
      <h2>{heading}</h2>
      {kept && <p className="small">{messages.kept}</p>}
      <ul>
        {fields.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${name}`}>{joinLabel(labels[name], message)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Only as the answer to a form that was sent, or with a page that arrives refused. react-hook-form also finds errors
 * while somebody tabs through the fields, and must not throw them to the top.
 */
function useFocusAfterSubmit(isShown: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const wasSent = useRef(false);
  const isNewPage = useRef(true);
  useEffect(() => {
    const remember = ({ type }: Event) => {
      wasSent.current = type === "submit";
    };
    for (const type of ["submit", "input"]) document.addEventListener(type, remember, true);
    return () => {
      for (const type of ["submit", "input"]) document.removeEventListener(type, remember, true);
    };
  }, []);
  useEffect(() => {
    const arrived = isNewPage.current && document.activeElement === document.body;
    if (isShown && (wasSent.current || arrived)) box.current?.focus();
    isNewPage.current = false;
  }, [isShown]);
  return box;
}

type Problem = { name: string; message: string };

function listProblems(errors: unknown, path: string[] = []): Problem[] {
  if (typeof errors !== "object" || errors === null) return [];
  const name = path[0] === "root" ? "root" : path.join(".");
  if ("message" in errors && typeof errors.message === "string") return [{ name, message: errors.message }];
  return Object.entries(errors).flatMap(([key, value]) => (key === "ref" ? [] : listProblems(value, [...path, key])));
}

const joinLabel = (label: string | undefined, message: string) =>
  label ? `${label} – ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;

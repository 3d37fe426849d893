import { JSDOM } from "jsdom";

// A form as it came back in a page: what stands in its fields, and which sentence stands beside which of them.

/** One window for all pages: to open one takes longer than to read a page. */
const { DOMParser } = new JSDOM().window;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** By the name that is sent; of a list, its first row. */
type Sent = Record<string, string>;

const controls = (root: ParentNode, name?: string) =>
  [...root.querySelectorAll<Control>("input, textarea, select")].filter(
    (one) => name === undefined || one.name === name,
  );
const isTyped = ({ type }: Control) => !["hidden", "submit", "button", "image"].includes(type);
const textOf = (node: Element | null | undefined) =>
  (node?.textContent ?? "").replace(/[\s\u00a0\u2060]+/g, " ").trim();

/** The form of the page that sends this: nothing in it says something else unseen, and it has most of these fields. */
export function formIn(html: string, sent: Sent) {
  const document = new DOMParser().parseFromString(html, "text/html");
  const shared = (form: HTMLFormElement) => new Set(controls(form).flatMap(({ name }) => (name in sent ? name : [])));
  const isOther = (form: HTMLFormElement) =>
    controls(form).some(
      ({ name, type, value }) => type === "hidden" && name in sent && !/^_|\[\]$/.test(name) && value !== sent[name],
    );
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')]
    .filter((form) => !isOther(form))
    .map((form) => ({ form, many: shared(form).size }))
    .sort((a, b) => b.many - a.many);
  return forms[0]?.many ? forms[0].form : undefined;
}

/** What a browser sends of it when nobody has typed anything; of lists, which have rows of their own, nothing. */
export const sentBy = (form: HTMLFormElement): Sent =>
  Object.fromEntries(
    controls(form).flatMap((one) => {
      const isOff = (one.type === "radio" || one.type === "checkbox") && !(one as HTMLInputElement).checked;
      const isNone = isOff || !one.name || one.name === "_key" || one.name.endsWith("[]") || one.type === "file";
      return isNone ? [] : [[one.name, one.value]];
    }),
  );

/** What people fill in. */
export const typedNames = (form: HTMLFormElement, type?: string) => [
  ...new Set(
    controls(form).flatMap((one) => (one.name && isTyped(one) && one.type === (type ?? one.type) ? one.name : [])),
  ),
];

/** The fields of this name that people fill in, in the order of the page. */
export const fieldsIn = (root: ParentNode, name: string) => controls(root, name).filter(isTyped);

/** Never given back: a password, a code that is good for a minute, a file. */
export const isForgotten = ([field]: Control[]) =>
  field === undefined || ["password", "file"].includes(field.type) || ["code", "recovery"].includes(field.name);

/** What stands in the field, or is chosen. */
export function valueIn(fields: Control[]): string | undefined {
  const [first] = fields;
  if (!first) return undefined;
  if (first.type === "radio" || first.type === "checkbox")
    return fields.find((one) => (one as HTMLInputElement).checked)?.value ?? "";
  return first.value;
}

/** What is wrong with the place of a sentence; nothing when a screen reader hears it with its field. */
export function misplaced(field: Control, sentence: string): string | undefined {
  const { ownerDocument: document } = field;
  const isChoice = field.type === "radio" || field.type === "checkbox";
  const spoken = [field, isChoice ? field.closest("fieldset") : null].filter((one) => one !== null);
  const heard = spoken.flatMap((one) => (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  const missing = heard.filter((id) => !document.getElementById(id));
  if (missing.length > 0) return `aria-describedby names ${missing} and nothing is there`;
  if (!heard.some((id) => textOf(document.getElementById(id)).includes(plain(sentence))))
    return `${field.name} is not described by „${sentence}”`;
  // A group of boxes has no role in which it could be invalid (WAI-ARIA); its description says it.
  const mayBeInvalid = field.type !== "checkbox" || spoken.length === 1;
  if (mayBeInvalid && !spoken.some((one) => one.getAttribute("aria-invalid") === "true"))
    return `${field.name} is not aria-invalid`;
  return undefined;
}

const plain = (sentence: string) => sentence.replace(/[\s\u00a0\u2060]+/g, " ").trim();

/** Somewhere on the page, where it belongs to no field that people see. */
export const isSaid = ({ ownerDocument }: { ownerDocument: Document }, sentence: string) =>
  [...ownerDocument.querySelectorAll('[role="alert"]')].some((one) =>
    textOf(one).toLowerCase().includes(plain(sentence).toLowerCase()),
  );

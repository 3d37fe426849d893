import { COLUMN_NAMES, columns } from "~/domain/tasks/messages.sheet.pl";
import type { FullUnit } from "./matrix";

export type Form = Record<string, string>;

/** What has to be there for a form to be taken, and what in it depends on that. */
export type Ready = {
  params?: Record<string, string>;
  query?: string;
  /** Somebody else than the admin; "" for nobody. */
  cookie?: string;
  fields?: Form;
  /** What people fill in, where the form stands in no page of its own but in the answer to another; [] for a button. */
  typed?: string[];
};
type Prepare = (unit: FullUnit) => Promise<Ready> | Ready;
export type Forms = Record<string, (unit: FullUnit) => Form[]>;

/** Beside the form and not in it, so that whoever sends it only sees fields. */
const prepared = new WeakMap<Form, Prepare>();

/** A form that is taken only when more has happened than in a full unit. */
export function when(prepare: Prepare, fields: Form): Form {
  const form = { ...fields };
  prepared.set(form, prepare);
  return form;
}

export const readyFor = async (form: Form, unit: FullUnit): Promise<Ready> => (await prepared.get(form)?.(unit)) ?? {};

/** Nothing to fill in. */
export const press = (fields: Form, prepare: Prepare = () => ({})) =>
  when(async (unit) => ({ typed: [], ...(await prepare(unit)) }), fields);

const fileOf = (text: string, name: string) => new File([text], name);
/** What goes over the line as a file where it is the value of such a field. */
export const FILES: Record<string, File> = {
  "a PDF": fileOf("%PDF-1.7 x %%EOF", "x.pdf"),
  "a sheet": fileOf(`${COLUMN_NAMES.map((name) => columns[name].label).join(";")}\r\n1/2026/99`, "x.csv"),
};

import * as z from "zod";

// Every zod schema by which a form is read, watched while doors use it, so that a test knows which one a door has asked.

const modules = import.meta.glob<Record<string, unknown>>("../../app/domain/*/schema*.ts", { eager: true });

/** Read by scripts of whoever runs the service, or parts of other forms. */
const NO_FORMS = [
  "organizations newUnitSchema", // npm run create-unit
  "organizations adminSchema", // the same
  "organizations inviteSchema", // a part of membersSchema
  "directory personSchema", // a part of FORM_SCHEMAS.person
];

type Schema = z.ZodType;
const isForm = (schema: Schema): boolean => fieldsOf(schema) !== undefined;

/** By „room name”, and „room name.key” where one name holds several. */
export const FORM_RULES: Record<string, Schema> = Object.fromEntries(
  Object.entries(modules).flatMap(([file, module]) => {
    const room = file.split("/").at(-2);
    return Object.entries(module).flatMap(([name, value]): [string, Schema][] => {
      const found: [string, unknown][] =
        value instanceof z.ZodType || typeof value !== "object" || value === null
          ? [[name, value]]
          : Object.entries(value).map(([key, one]) => [`${name}.${key}`, one]);
      return found.flatMap(([key, one]) =>
        one instanceof z.ZodType && isForm(one) && !NO_FORMS.includes(`${room} ${key}`)
          ? [[`${room} ${key}`, one]]
          : [],
      );
    });
  }),
);

/** Its alternatives, each a form of its own, or itself. */
export function alternatives(schema: Schema): Schema[] {
  if (schema instanceof z.ZodPipe) {
    const { in: before, out: after } = schema.def as unknown as { in: Schema; out: Schema };
    return alternatives(before instanceof z.ZodTransform ? after : before);
  }
  if (schema instanceof z.ZodUnion) return (schema.options as Schema[]).flatMap(alternatives);
  return [schema];
}

/** The names that a form has; none where it makes them up itself (a row of a table), undefined when it is no form. */
export function fieldsOf(schema: Schema): string[] | undefined {
  const all = alternatives(schema);
  if (!all.every((one) => one instanceof z.ZodObject || one instanceof z.ZodRecord)) return undefined;
  return [...new Set(all.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}

export type Asked = { schema: Schema; fields: unknown; value: unknown; errors: z.ZodError | undefined };
let asked: Asked[] = [];
for (const schema of Object.values(FORM_RULES)) {
  const read = schema.safeParse.bind(schema);
  schema.safeParse = ((fields: unknown, given: never) => {
    const result = read(fields, given);
    asked.push({ schema, fields, value: result.data, errors: result.error });
    return result;
  }) as typeof schema.safeParse;
}

/** What doors have asked while this was done. */
export async function watched<T>(work: () => Promise<T>): Promise<{ result: T; asked: Asked[] }> {
  asked = [];
  return { result: await work(), asked };
}

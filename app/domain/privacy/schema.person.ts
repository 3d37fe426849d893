import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { email } from "~/platform/fields";
import { person as text } from "./messages.person.pl";

const CODE = /^[0-9a-z]{4}[\s-]*[0-9a-z]{4}[\s-]*[0-9a-z]{4}$/i;
const address = email();

/** What a form of the page of requests asks for. The address travels in the body and never in an address line. */
export const personSchema = z.object({
  do: z.enum(["look", "export", "ask", "erase"]).catch("look"),
  who: z
    .string({ error: text.required })
    .max(300, text.unreadable)
    .transform((typed, ctx) => {
      const tidy = typed.trim();
      if (CODE.test(tidy)) return { code: tidy };
      const read = address.safeParse(tidy);
      if (read.success) return { email: read.data };
      ctx.addIssue({ code: "custom", message: tidy ? text.unreadable : text.required });
      return z.NEVER;
    }),
});

import { zodResolver } from "@hookform/resolvers/zod";
import { useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";
import { type FieldErrors, type FieldValues, useForm } from "react-hook-form";
import type * as z from "zod";
import { speakPolish } from "~/platform/polish";

speakPolish();

type Texts = Record<string, string>;
type Given = { fields: Record<string, unknown>; errors?: object };

/**
 * Makes an office form kinder: the schema that the server uses answers while somebody types. What is sent is the form
 * itself with the button that was pressed, so the server reads the same with JavaScript and without.
 */
export function useOfficeForm(schema: z.ZodType<unknown, FieldValues>, { fields, errors: refused }: Given) {
  const submit = useSubmit();
  const texts = textsOf(fields);
  const { register, handleSubmit, watch, formState } = useForm<Texts, unknown, unknown>({
    resolver: zodResolver(schema as z.ZodType<unknown, Texts>),
    defaultValues: texts,
    errors: refused as FieldErrors<Texts> | undefined,
    mode: "onTouched",
  });
  const { errors } = formState;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const send = () => submit(submitter instanceof HTMLButtonElement ? submitter : form);
    void handleSubmit(send)(event);
  }

  return {
    onSubmit,
    errors,
    watch,
    /** For `<Field {...bind("topic")} label=… />`; the initial value also stands in the HTML of the server. */
    bind: (name: string) => ({ ...register(name), defaultValue: texts[name] ?? "", error: errors[name] }),
  };
}

const textsOf = (fields: Record<string, unknown>): Texts =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value : ""]));

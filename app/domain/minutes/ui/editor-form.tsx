import { Form, useRevalidator, useSubmit } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, useMemo } from "react";
import type { FormErrors, FormFields } from "~/platform/forms";
import { FormKey } from "~/ui/form-pieces";
import { messages } from "../messages.pl";
import type { Editor, EditorPart } from "../queries.editor.server";
import { fieldOf } from "../rules";
import type { FilledPhrase } from "../rules.phrases";
import { MinutesSheet } from "./minutes-sheet";
import { SaveBar } from "./save-bar";
import { useAutosave } from "./use-autosave";
import { useQuietCheck } from "./use-quiet-check";

export type EditorFormProps = {
  editor: Editor;
  /** „/o/kpp/debates/…/minutes” */
  base: string;
  now: Date;
  /** Under which name this browser keeps what is not saved yet: nobody else's texts on the same computer. */
  shelf: string;
  phrases: FilledPhrase[];
  phrasesHref: string;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/**
 * One form for all parts, so that a save without scripts loses nothing that was typed beside it. With scripts each part
 * saves itself, and the buttons only make it hurry.
 */
export function EditorForm({ editor, base, formKey, shelf, fields, phrasesHref, ...shared }: EditorFormProps) {
  const parts = useMemo(() => editor.parts.map((part) => writtenOver(part, fields)), [editor.parts, fields]);
  const autosave = useAutosave(base, shelf, parts);
  const submit = useSubmit();
  const { revalidate } = useRevalidator();
  useQuietCheck(autosave, revalidate);

  async function saveNow(wanted?: string) {
    const isDone = await autosave.saveAll(wanted);
    autosave.tell();
    if (isDone) revalidate();
    return isDone;
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const { name, value } = (submitter ?? {}) as Partial<HTMLButtonElement>;
    if (name !== "add" && name !== "skip") return void saveNow(partAt(editor.parts, value)?.key);
    // The server puts the news into the text that is saved; the version in the form is the one that was just given.
    void autosave.saveAll().then((isDone) => {
      if (isDone) setTimeout(() => submit(submitter as HTMLButtonElement, { preventScrollReset: true }));
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      void saveNow();
    }
    if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      goTo(event.currentTarget, event.key === "PageDown" ? 1 : -1);
    }
  }

  return (
    <Form method="post" preventScrollReset noValidate aria-label={messages.editor.title} {...{ onSubmit, onKeyDown }}>
      <FormKey value={formKey} />
      <MinutesSheet editor={editor} base={base} fields={fields} autosave={autosave} {...shared} />
      <SaveBar autosave={autosave} phrasesHref={phrasesHref} />
    </Form>
  );
}

const partAt = (parts: EditorPart[], place: string | undefined) => parts.find((part) => part.place === place);

/** A form that came back without scripts holds what was typed over an older version. */
function writtenOver(part: EditorPart, fields: FormFields | undefined): EditorPart {
  const version = Number(fields?.[fieldOf.version(part.place)]);
  return Number.isInteger(version) ? { ...part, version } : part;
}

/** From one text to the next; from elsewhere on the page to the first. */
function goTo(form: HTMLFormElement, step: 1 | -1) {
  const texts = [...form.querySelectorAll("textarea")];
  const here = texts.indexOf(document.activeElement as HTMLTextAreaElement);
  texts[here === -1 ? 0 : here + step]?.focus();
}

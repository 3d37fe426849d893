import type { KeptForm } from "~/platform/trouble";
import { Button } from "./button";
import { messages } from "./messages.pl";

const { kept } = messages.errors;

/** A form that could not be saved, whole and with its key: plain HTML, because the page around it may be gone. */
export function SendAgain({ form: { fields, files }, address }: { form: KeptForm; address: string }) {
  const values = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  // What has a space in it was written by a person, and may be worth copying.
  const texts = values.map(([, value]) => value.trim()).filter((value) => /\s/.test(value));
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">{kept.heading}</h2>
      <p>{kept.lead}</p>
      <form
        className="form card"
        method="post"
        action={address}
        encType={files.length > 0 ? "multipart/form-data" : undefined}
      >
        {values.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {texts.length > 0 && (
          <>
            <p>{kept.typed}</p>
            <ul className="list">
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        {files.map((name) => (
          <p key={name}>
            <label htmlFor={`again-${name}`}>{kept.files}</label> <input id={`again-${name}`} type="file" name={name} />
          </p>
        ))}
        <div className="cluster">
          <Button look="primary">{kept.again}</Button>
        </div>
      </form>
    </section>
  );
}

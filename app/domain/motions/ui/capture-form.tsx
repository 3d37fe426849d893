import type { Refused } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { capture, desk } from "../messages.inbox.pl";
import { messages } from "../messages.pl";
import { categoryOptions } from "./motion-form-page";

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** A slip of paper, a phone call: staff write it down and it is admitted at once. */
export function CaptureForm({ base, formKey, answer }: { base: string; formKey: string; answer?: Refused }) {
  const { fields = {}, errors = {}, key } = answer ?? {};
  const textOf = (name: string) => (typeof fields[name] === "string" ? fields[name] : undefined);
  const { online: _, ...channels } = messages.channels;
  return (
    <Panel title={capture.title} padded className="sub">
      <ErrorSummary errors={errors} labels={desk.labels} />
      <PostForm formKey={key ?? formKey} hidden={{ o: "capture" }} action={`${base}?wpisz`} label={capture.title}>
        <TextArea name="text" label={capture.text} rows={3} defaultValue={textOf("text")} error={errors.text} />
        <div className="pair">
          <Field
            name="place"
            label={capture.place}
            optional
            autoComplete="off"
            defaultValue={textOf("place")}
            error={errors.place}
          />
          <Select
            name="category"
            label={capture.category}
            placeholder={capture.choose}
            defaultValue={textOf("category")}
            error={errors.category}
            options={categoryOptions}
          />
          <Select
            name="raisedBy"
            label={capture.raisedBy}
            defaultValue={textOf("raisedBy") ?? "resident"}
            error={errors.raisedBy}
            options={optionsOf(messages.raisedBy)}
          />
          <Select
            name="channel"
            label={capture.channel}
            defaultValue={textOf("channel") ?? "paper"}
            error={errors.channel}
            options={optionsOf(channels)}
          />
          <Field
            name="authorName"
            label={capture.authorName}
            optional
            autoComplete="off"
            defaultValue={textOf("authorName")}
            error={errors.authorName}
          />
          <Field
            name="authorEmail"
            type="email"
            label={capture.authorEmail}
            hint={capture.authorHint}
            optional
            autoComplete="off"
            defaultValue={textOf("authorEmail")}
            error={errors.authorEmail}
          />
        </div>
        <div className="cluster">
          <Button look="primary">{capture.submit}</Button>
          <LinkButton href={base}>{capture.cancel}</LinkButton>
          <span className="small muted">{capture.held}</span>
        </div>
      </PostForm>
    </Panel>
  );
}

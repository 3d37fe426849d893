import { messages as motions } from "~/domain/motions/messages.pl";
import type { FormErrors, FormFields } from "~/platform/forms";
import { Button } from "~/ui/button";
import { DateField, Field, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { MOTION_CATEGORIES, RAISED_BY } from "~db/vocabulary";
import { messages } from "../messages.pl";
import type { Evening } from "../queries.server";
import { useTurn } from "./use-turn";

type Props = { evening: Evening; formKey: string; fields?: FormFields; errors?: FormErrors };

const categories = MOTION_CATEGORIES.map((value) => ({ value, label: motions.categories[value] }));
const people = RAISED_BY.map((value) => ({ value, label: motions.raisedBy[value] }));

/** One line is enough; the rest has a sensible first choice. It empties when its motion is written, and at nothing else. */
export function CaptureForm({ evening, formKey, fields = {}, errors = {} }: Props) {
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
  const next = (evening.motions[0]?.sequence ?? 0) + 1;
  const bodies = evening.bodies.map(({ id, name }) => ({ value: id, label: name }));
  const { capture } = messages;
  const turn = useTurn("capture", Object.keys(errors).length > 0);
  return (
    <PostForm key={turn} formKey={formKey} className="capture" labelledBy="zapis" hidden={{ intent: "capture" }}>
      <div className="cluster cluster--between">
        <h2 id="zapis">{capture.title(next)}</h2>
        <span className="small muted">
          <span className="kbd">/</span> {capture.hint} · <span className="kbd">Ctrl</span>{" "}
          <span className="kbd">Enter</span> {capture.saveHint}
        </span>
      </div>
      <div className="capture__grid mt">
        <Field
          wide
          name="text"
          label={capture.text}
          defaultValue={text("text")}
          error={errors.text}
          autoComplete="off"
        />
        <Field
          name="place"
          label={capture.place}
          defaultValue={text("place")}
          error={errors.place}
          autoComplete="off"
        />
        <Select
          name="category"
          label={capture.category}
          options={categories}
          defaultValue={text("category") || "OTHER"}
          error={errors.category}
        />
        <Select
          name="raisedBy"
          label={capture.raisedBy}
          options={people}
          defaultValue={text("raisedBy") || "resident"}
          error={errors.raisedBy}
        />
        <Select
          name="ownerBodyId"
          label={capture.owner}
          options={bodies}
          placeholder={capture.ownerLater}
          defaultValue={text("ownerBodyId")}
          error={errors.ownerBodyId}
        />
        <DateField
          name="dueOn"
          label={capture.dueOn}
          optional
          defaultValue={text("dueOn")}
          error={errors.dueOn}
          autoComplete="off"
        />
        <div className="is-wide cluster">
          <Button look="primary">{capture.save}</Button>
          <Button name="policeOnly" value="on">
            {capture.savePolice}
          </Button>
        </div>
      </div>
    </PostForm>
  );
}

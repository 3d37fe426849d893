import type { FormErrors, FormFields } from "~/platform/forms";
import { formatNumber } from "~/platform/language";
import { Button } from "~/ui/button";
import { Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { HALL_VERDICTS } from "~db/vocabulary";
import { answers } from "../messages.ballot.pl";
import { desk } from "../messages.screen.pl";
import type { HallDeskRow } from "../queries.hall.server";

type Props = { row: HallDeskRow; formKey: string; fields?: FormFields; errors?: FormErrors };

/** While the hall votes: phones count themselves, raised hands are typed, and one button ends it. */
export function ClosingForm({ row, formKey, fields = {}, errors }: Props) {
  const typed = (name: string, stored: string | number) => {
    const value = fields.motionId === row.id ? fields[name] : undefined;
    return typeof value === "string" ? value : String(stored);
  };
  return (
    <Panel title={desk.closing(row.number)} padded>
      <PostForm
        key={row.id}
        formKey={formKey}
        label={desk.closing(row.number)}
        hidden={{ intent: "close", motionId: row.id }}
      >
        <div className="pair">
          {HALL_VERDICTS.map((verdict) => (
            <div key={verdict} className="stack stack--s">
              <Field
                name={`heads-${verdict}`}
                label={`${answers[verdict]}: ${desk.heads.toLowerCase()}`}
                width="s"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={typed(`heads-${verdict}`, row.heads[verdict])}
                error={errors?.[`heads-${verdict}`]}
              />
              <p className="small">
                {desk.phones}: <b className="num">{formatNumber(row.phones[verdict])}</b>
              </p>
            </div>
          ))}
        </div>
        <TextArea
          name="text"
          label={desk.text}
          rows={2}
          maxLength={1600}
          defaultValue={typed("text", row.reportText)}
          error={errors?.text}
        />
        <div className="pair">
          <Select
            name="overruled"
            label={desk.overruled}
            placeholder={desk.byCount}
            defaultValue={typed("overruled", "")}
            options={HALL_VERDICTS.map((value) => ({ value, label: answers[value] }))}
            error={errors?.overruled}
          />
          <Field
            name="note"
            label={desk.note}
            hint={desk.noteHint}
            optional
            maxLength={300}
            defaultValue={typed("note", "")}
            error={errors?.note}
          />
        </div>
        <div className="cluster">
          <Button look="primary" kbd="Z" data-key="close">
            {desk.close}
          </Button>
          <Button name="drop" value="1" look="quiet">
            {desk.drop}
          </Button>
        </div>
      </PostForm>
    </Panel>
  );
}

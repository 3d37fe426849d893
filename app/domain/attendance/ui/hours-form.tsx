import { guestName } from "~/domain/invitations/rules";
import type { Refused } from "~/platform/forms";
import { formatTime } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { door } from "../messages.page.pl";
import type { DoorPageData } from "../queries.page.server";

/** Each row is a form of its own, so each has a key of its own. */
export const keyFor = (formKey: string, name: string) => `${formKey}-${name}`.slice(0, 64);

type GuestRow = DoorPageData["guests"][number];

/** „od 17:02 do 18:10” beside the presence. */
export const Stay = ({ guest: { arrivedAt, leftAt } }: { guest: GuestRow }) => (
  <span className="small num nowrap">
    {arrivedAt && door.since(formatTime(arrivedAt))} {leftAt && door.until(formatTime(leftAt))}
  </span>
);

type Props = { guest: GuestRow; formKey: string; base: string; refused?: Refused };

/** Who came late or left early, for the minutes. Closed, because it is about a few of many. */
export function HoursForm({ guest, formKey, base, refused }: Props) {
  const { id, presence, leftAt } = guest;
  if (presence !== "present" && presence !== "present_by_substitute") return null;
  const mine = String(refused?.fields.o ?? "").endsWith(`:${id}`) ? refused : undefined;
  const error = mine?.errors.hour;
  const name = guestName(guest);
  return (
    <details className="more" open={mine !== undefined}>
      <summary>
        {door.hours}
        <span className="vh"> – {name}</span>
      </summary>
      <PostForm formKey={formKey} action={base} className="stack stack--s mt" label={name}>
        <Field
          name="hour"
          id={error ? "hour" : `h-${id}`}
          label={door.hour}
          hint={door.hourHint}
          width="xs"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={mine ? String(mine.fields.hour ?? "") : ""}
          error={error}
        />
        <div className="cluster">
          <Button small name="o" value={`left:${id}`} about={name}>
            {door.left}
          </Button>
          <Button small look="quiet" name="o" value={`arrived:${id}`} about={name}>
            {door.arrived}
          </Button>
          {leftAt && (
            <Button small look="quiet" name="o" value={`stayed:${id}`} about={name}>
              {door.stayed}
            </Button>
          )}
        </div>
      </PostForm>
    </details>
  );
}

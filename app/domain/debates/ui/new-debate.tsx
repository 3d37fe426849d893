import { Check } from "~/ui/choices";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { form, page } from "../messages.form.pl";
import { DebateForm, type DebateFormProps } from "./debate-form";

type Props = Omit<DebateFormProps, "submit" | "backHref" | "back" | "children"> & {
  base: string;
  /** The agenda that can be laid out at once. */
  template: readonly { title: string; minutes: number }[];
  withAgenda: boolean;
};

export function NewDebate({ base, template, withAgenda, ...props }: Props) {
  const minutes = template.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <>
      <TopBar title={form.newTitle} crumbs={[{ label: page.crumb, href: base }, { label: form.newTitle }]} />
      <DebateForm {...props} submit={form.create} backHref={`${base}/new`} back={form.otherKind}>
        <Panel title={page.tabs.agenda} padded>
          <Check
            name="withAgenda"
            label={form.withAgenda(template.length, minutes)}
            hint={form.withAgendaHint}
            defaultChecked={withAgenda}
          />
          <ol className="list">
            {template.map((item) => (
              <li key={item.title}>{form.templateItem(item.title, item.minutes)}</li>
            ))}
          </ol>
        </Panel>
        <Note>
          <p>{form.draftNote}</p>
        </Note>
      </DebateForm>
    </>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { DateField } from "~/ui/field";
import { TopBar } from "~/ui/office-shell";
import { Card } from "~/ui/panel";
import { DEBATE_KINDS } from "~db/vocabulary";
import { form, kindHints, page } from "../messages.form.pl";
import { kinds } from "../messages.pl";

/** First step: its answer is an address, so „Wstecz” comes back to it and nothing is written. */
export function KindPage({ base }: { base: string }) {
  const options = DEBATE_KINDS.map((value) => ({ value, label: kinds[value], hint: kindHints[value] }));
  return (
    <>
      <TopBar title={form.newTitle} crumbs={[{ label: page.crumb, href: base }, { label: form.newTitle }]} />
      <Card className="confirm">
        <Form method="get" className="form">
          <Choices name="kind" label={form.kindHeading} hint={form.kindHint} options={options} chosen="initiating" />
          <DateField name="on" label={form.labels.startsOn} hint={form.dateHint} optional />
          <Button look="primary">{form.next}</Button>
        </Form>
      </Card>
    </>
  );
}

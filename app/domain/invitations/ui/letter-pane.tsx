import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { Qr } from "~/ui/qr";
import { messages } from "../messages.pl";
import { side } from "../messages.side.pl";
import type { GuestPageData } from "../queries.office.server";
import { guestName } from "../rules";
import { LetterView } from "./letter-view";

const words = side.letter;

type Props = Extract<GuestPageData["pane"], { name: "letter" }> & {
  formKey: string;
  maySend: boolean;
  mayOrganize: boolean;
};

/** The letter before it goes out. For whom there is no e-mail, it is printed from here with the link as a QR code. */
export function LetterPane({ guest, letter, print, formKey, maySend, mayOrganize }: Props) {
  return (
    <Panel title={words.title} id="list" padded>
      <Facts
        items={[
          { term: words.to, value: typeset([guest.personName, guestName(guest)].filter(Boolean).join(", ")) },
          { term: words.subject, value: typeset(letter.subject) },
        ]}
      />
      <LetterView letter={letter} />
      {print ? (
        <div className="stack">
          <p>{words.printNote}</p>
          <p className="code">{print.address}</p>
          <Qr matrix={print.qr} label={words.qr} />
          <p className="small muted no-print">{words.noEmail}</p>
        </div>
      ) : (
        <p className="small muted">
          {guest.email} · {words.attached}. {words.linkNote}
        </p>
      )}
      <div className="cluster no-print">
        {guest.status === "draft" && maySend && (
          <PostForm formKey={formKey} hidden={{ do: "send", id: guest.id }}>
            <Button look="primary">{messages.sendOne}</Button>
          </PostForm>
        )}
        {guest.status !== "withdrawn" && guest.status !== "draft" && mayOrganize && (
          <LinkButton href={`documents/zaproszenia.pdf?invitee=${guest.id}`}>{words.print}</LinkButton>
        )}
        {guest.status !== "withdrawn" && mayOrganize && (
          <LinkButton href={`?wycofaj=${guest.id}#wycofaj`}>{side.withdraw.link}</LinkButton>
        )}
        <LinkButton look="quiet" href="?">
          {side.back}
        </LinkButton>
      </div>
    </Panel>
  );
}

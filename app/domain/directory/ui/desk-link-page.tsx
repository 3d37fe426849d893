import { typeset } from "~/platform/language";
import { LinkButton } from "~/ui/button";
import { PlainPage } from "~/ui/public-page";
import { deskLink } from "../messages.desk-link.pl";

/** The same for everybody, whatever the link was. */
export const DeskLinkPage = () => (
  <PlainPage narrow>
    <div className="stack">
      <h1>{deskLink.heading}</h1>
      <p className="lead">{typeset(deskLink.sent)}</p>
      <p>{typeset(deskLink.nothing)}</p>
      <p>
        <LinkButton href="/">{deskLink.home}</LinkButton>
      </p>
    </div>
  </PlainPage>
);

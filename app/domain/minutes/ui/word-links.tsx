import { LinkButton } from "~/ui/button";
import { messages } from "../messages.files.pl";

const docxOf = (base: string, version: string) =>
  `${base.replace(/minutes$/, "documents")}/protokol.docx?version=${version}`;

/** For units that go on in Word: the same text with real headings, lists and tables. */
export const WordLinks = ({ base }: { base: string }) => (
  <>
    <LinkButton href={docxOf(base, "internal")} wide>
      {messages.docxInternal}
    </LinkButton>
    <LinkButton href={docxOf(base, "public")} wide>
      {messages.docxPublic}
    </LinkButton>
  </>
);

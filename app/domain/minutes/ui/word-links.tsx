import { LinkButton } from "~/ui/button";
import { messages } from "../messages.files.pl";

/** For units that go on in Word: the same text with real headings, lists and tables. */
export const WordLinks = ({ base }: { base: string }) => (
  <>
    <LinkButton href={`${base}.docx?wersja=wewnetrzna`} wide>
      {messages.docxInternal}
    </LinkButton>
    <LinkButton href={`${base}.docx?wersja=publiczna`} wide>
      {messages.docxPublic}
    </LinkButton>
  </>
);

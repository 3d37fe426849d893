import { typeset } from "~/platform/language";
import { compareWords } from "../rules.diff";

/** One text with what is gone and what is new, for people who see colours and for people who hear `del` and `ins`. */
export const Compared = ({ before, after }: { before: string; after: string }) => (
  <p className="pre">
    {compareWords(typeset(before), typeset(after)).map(({ kind, text }, i) =>
      kind === "gone" ? <del key={i}>{text}</del> : kind === "new" ? <ins key={i}>{text}</ins> : text,
    )}
  </p>
);

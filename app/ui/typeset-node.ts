import type { ReactNode } from "react";
import { typeset } from "~/platform/language";

/** Titles and names come from people, so „w”, „z” and „ul.” are kept from ending a line where they are shown. */
export const typesetNode = (node: ReactNode) => (typeof node === "string" ? typeset(node) : node);

import { messages } from "./messages.pl";

/** The head of a page that a personal link or a code opens: no search engine lists it. */
export const personalMeta = (title: string) => [
  { title: `${title} – ${messages.titleEnd}` },
  { name: "description", content: messages.personalPage },
  { name: "robots", content: "noindex" },
];

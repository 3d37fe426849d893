import { messages } from "./messages.pl";

const words = messages.lists;

/** Below a list of a debate: the same as a file for a spreadsheet. The address is a neighbour of the page's own. */
export const ListLinks = ({ slug, about }: { slug: string; about: string }) => (
  <p className="panel__body small cluster">
    {["xlsx", "csv"].map((format) => (
      <a key={format} href={`documents/${slug}.${format}`}>
        {words.take(format.toUpperCase())}
        <span className="vh"> – {about}</span>
      </a>
    ))}
  </p>
);

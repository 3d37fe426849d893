import { Feed } from "feed";
import { tracker } from "./messages.tracker.pl";
import { plain, type Told } from "./messages.tracker-data.pl";
import { clipped, describeRow } from "./messages.tracker-list.pl";

/** What XML cannot hold, and halves of letters. */
const UNWRITABLE = /(?![\t\r\n])[\p{Cc}\p{Cs}\p{NChar}]/gu;
/** The library writes `]]>` as it comes, which ends what it stands in. */
const xml = (text: string) => plain(text).replace(UNWRITABLE, "").replaceAll("]]>", "]] >").trim();

type Unit = { name: string; address: string; feed: string };

/** News of public matters as Atom: an entry for each matter, which comes again when the matter moves. */
export function atomFeed({ name, address, feed }: Unit, rows: readonly (Told & { movedAt: Date })[], now: Date) {
  const made = new Feed({
    id: feed,
    title: xml(`${tracker.title} – ${name}`),
    description: xml(tracker.lead),
    link: address,
    feedLinks: { atom: feed },
    language: "pl",
    updated: rows[0]?.movedAt ?? new Date(0),
    copyright: "",
    generator: false,
    author: { name: xml(name) },
  });
  for (const row of rows) {
    const { label, silent, lines, meta, path } = describeRow(row, now);
    const link = `${address}/${path}`;
    made.addItem({
      id: link,
      link,
      title: xml(`${row.number} – ${plain(label)}: ${clipped(row.text, 120)}`),
      date: row.movedAt,
      published: row.submittedAt,
      description: xml([row.text, meta.join(", "), silent ?? "", ...lines].filter(Boolean).join("\n")),
      category: [{ term: row.category }],
    });
  }
  return made.atom1();
}

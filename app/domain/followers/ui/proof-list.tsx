import { evidence } from "~/domain/tasks/messages.evidence.pl";
import { typeset } from "~/platform/language";
import { formatDate } from "~/platform/time";
import { thread } from "../messages.thread.pl";

export type Proof = {
  id: string;
  taskId: string;
  title: string;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
  createdAt: Date;
  ownerName: string;
};

/** What the organizer shows of the proof: pictures at once, PDFs by a link with their size. */
export function ProofList({ items, path }: { items: readonly Proof[]; path: string }) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>{thread.proof}</h4>
      <ul className="stack">
        {items.map((item) => (
          <li key={item.id}>
            {item.mediaType.startsWith("image/") ? (
              <a href={`${path}/${item.id}`}>
                <img
                  src={`${path}/${item.id}`}
                  alt={thread.picture(item.title)}
                  width={item.width ?? undefined}
                  height={item.height ?? undefined}
                  loading="lazy"
                />
              </a>
            ) : (
              <a href={`${path}/${item.id}`}>
                {typeset(`${item.title} (${evidence.kind(item.mediaType, item.size)})`)}
              </a>
            )}
            <p className="small muted">
              {typeset(
                [
                  item.mediaType.startsWith("image/") && item.title,
                  thread.proofBy(item.ownerName, formatDate(item.createdAt)),
                ]
                  .filter(Boolean)
                  .join(" – "),
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

export type MicrodataEvent = {
  name: string;
  description?: string;
  /** Instants with offset, e.g. 2026-03-18T17:00:00+01:00. */
  startsAt: string;
  endsAt?: string;
  status: "scheduled" | "postponed" | "cancelled";
  url: string;
  organizer: { name: string; url: string };
  place: { name: string; address: string };
};

const STATUSES = { scheduled: "EventScheduled", postponed: "EventPostponed", cancelled: "EventCancelled" } as const;

/**
 * schema.org/Event for search engines. Microdata and not JSON-LD: React writes `"` inside a script as `&quot;`,
 * which is no JSON, and raw HTML is forbidden here. Put it anywhere on the page; nothing of it is seen.
 */
export function EventMicrodata({ name, description, startsAt, endsAt, status, url, organizer, place }: MicrodataEvent) {
  return (
    <div itemScope itemType="https://schema.org/Event" hidden>
      <meta itemProp="name" content={name} />
      {description && <meta itemProp="description" content={description} />}
      <meta itemProp="startDate" content={startsAt} />
      {endsAt && <meta itemProp="endDate" content={endsAt} />}
      <meta itemProp="inLanguage" content="pl" />
      <meta itemProp="isAccessibleForFree" content="true" />
      <link itemProp="eventStatus" href={`https://schema.org/${STATUSES[status]}`} />
      <link itemProp="eventAttendanceMode" href="https://schema.org/OfflineEventAttendanceMode" />
      <link itemProp="url" href={url} />
      <div itemProp="location" itemScope itemType="https://schema.org/Place">
        <meta itemProp="name" content={place.name} />
        <meta itemProp="address" content={place.address} />
      </div>
      <div itemProp="organizer" itemScope itemType="https://schema.org/GovernmentOrganization">
        <meta itemProp="name" content={organizer.name} />
        <link itemProp="url" href={organizer.url} />
      </div>
    </div>
  );
}

import type { Presence, SubstituteStatus } from "~db/vocabulary";

type Guest = {
  id: string;
  bodyName: string;
  officeTitle: string;
  personName: string;
  personRank: string;
  email: string;
  presence: Presence | null;
  substitute: { name: string; post: string; email: string; status: SubstituteStatus } | null;
};

/** Who sat there, and where a letter finds them. */
export type Reader = { invitationId: string; name: string; post: string; bodyName: string; email: string };

/** Everybody who was there, in person or for somebody; an empty e-mail means that no letter can be sent. */
export function readersOf(guests: readonly Guest[]): Reader[] {
  return guests.flatMap(({ id, bodyName, presence, substitute, ...guest }) => {
    if (presence === "present") {
      const name = [guest.personRank, guest.personName].filter(Boolean).join(" ");
      return [{ invitationId: id, name, post: guest.officeTitle, bodyName, email: guest.email }];
    }
    if (presence !== "present_by_substitute" || !substitute || substitute.status === "declined") return [];
    const { name, post, email } = substitute;
    return [{ invitationId: id, name, post, bodyName, email }];
  });
}

/** „Sekretarz Miasta, Urząd Miejski w Łężycach”; a name only where nothing else says who it is. */
export const readerName = ({ post, bodyName, name }: Pick<Reader, "post" | "bodyName" | "name">) =>
  [post || name, bodyName].filter(Boolean).join(", ");

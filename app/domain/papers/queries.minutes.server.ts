import { paper as words } from "~/domain/minutes/messages.document.pl";
import { getPaper as getMinutes } from "~/domain/minutes/queries.server";
import { absolute } from "~/platform/links.server";
import type { Compose } from "./schema";

/** The minutes in either version; before approval what they would be now. */
const minutes: Compose = async (scope, debateId, options) => {
  const version = options.version === "public" ? "public" : "internal";
  const { document, sha256 } = await getMinutes(scope, debateId, version);
  const { number, year } = document.debate;
  return {
    document: "minutes",
    props: { document, sha256, origin: new URL(absolute("/")).origin },
    fileName: words.fileName(document.number, `${number}-${year}`, version === "public"),
  };
};

export const minutesPapers = { minutes };

import { minutesSheet } from "~/domain/minutes/document.server";
import { documentWorker } from "~/platform/documents-worker";

/** The thread that draws: one line a document, its name and the room's function from props to a sheet. */
export default documentWorker({
  minutes: minutesSheet,
});

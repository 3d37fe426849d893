import { documentWorker } from "~/platform/documents-worker";
import { a4 } from "~/platform/pdf/a4";
import { Title } from "~/platform/pdf/official";
import { sampleSheet } from "./sample-sheet";

/** The worker of the tests: a sheet that is drawn, and every way not to be drawn. */
export default documentWorker({
  sample: sampleSheet,
  title: ({ title }: { title: string }) => a4({ title }, <Title>{title}</Title>),
  throws: () => {
    throw new TypeError("no such thing");
  },
  exits: () => process.exit(3),
  hangs: () => {
    for (;;);
  },
  eats: () => {
    const eaten: string[][] = [];
    for (;;) eaten.push(Array.from({ length: 10_000 }, (_, i) => `${i}${eaten.length}`));
  },
});

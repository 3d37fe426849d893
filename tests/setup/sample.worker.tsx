import { serveDocuments } from "~/platform/documents-worker";
import { a4 } from "~/platform/pdf/a4";
import { Title } from "~/platform/pdf/official";
import { sampleSheet } from "./sample-sheet";

/** The worker of the tests: a sheet that is drawn, and every way not to be drawn. */
serveDocuments({
  sample: sampleSheet,
  title: ({ title }: { title: string }) => a4({ title }, <Title>{title}</Title>),
  throws: () => {
    throw new TypeError("no such thing");
  },
  exits: () => process.exit(1),
  tells: () => {
    throw new Error(`process ${process.pid} has ${Object.keys(process.env).sort().join(", ")}`);
  },
  hangs: () => {
    for (;;);
  },
  eats: () => {
    const eaten: string[][] = [];
    for (;;) eaten.push(Array.from({ length: 10_000 }, (_, i) => `${i}${eaten.length}`));
  },
  /** In a thread this would end the service: V8 finds no room for one large thing, and does not ask a second time. */
  swells: () => {
    const text = "zażółć gęślą jaźń ".repeat(1_000_000);
    const letters: string[][] = [];
    for (;;) letters.push(text.split(""));
  },
});

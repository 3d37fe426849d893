import { qrOf } from "../qr.server";
import { Drawing } from "./drawing";
import { outlineOf } from "./outline";

type QrProps = {
  /** The address that opens. Never what a user typed. */
  address: string;
  /** In points; a third of a millimetre a module is enough for a phone. Scanners want four modules of white around it. */
  width: number;
  /** Without it the code is furniture, whose address stands in the text as well. */
  alt?: string;
};

/** Black on white, as cameras like it, and correct in a fold (level M). */
export function Qr({ address, width, alt }: QrProps) {
  const { viewBox, d } = drawn(address);
  return <Drawing viewBox={viewBox} width={width} alt={alt} shapes={[{ d, fill: "#000000" }]} />;
}

/** The same code stands on each page of a paper, so the last one is kept. */
let last = { address: "", viewBox: "", d: "" };
function drawn(address: string) {
  if (last.address !== address) {
    const matrix = qrOf(address);
    last = { address, viewBox: `0 0 ${matrix.size} ${matrix.size}`, d: outlineOf(matrix) };
  }
  return last;
}

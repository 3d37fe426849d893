import qrcode from "qrcode";

/** The modules of a QR code, row by row, as a loader may send them and `Qr` draws them. M survives a fold in the paper. */
export function qrOf(text: string) {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: "M" }).modules;
  return { size, data: Array.from(data) };
}

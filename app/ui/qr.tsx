/** As `create(text).modules` of the qrcode package gives it; `data` row by row, 1 is dark. */
export type QrMatrix = { size: number; data: ArrayLike<number | boolean> };

const QUIET_MODULES = 4;

/** Black on white in both themes, because a camera reads it. */
export function Qr({ matrix, label }: { matrix: QrMatrix; label: string }) {
  const edge = matrix.size + 2 * QUIET_MODULES;
  const viewBox = `${-QUIET_MODULES} ${-QUIET_MODULES} ${edge} ${edge}`;
  return (
    <svg className="qr" viewBox={viewBox} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={drawRuns(matrix)} />
    </svg>
  );
}

/** Neighbouring dark modules become one bar: a third of the size. */
export function drawRuns({ size, data }: QrMatrix) {
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && data[y * size + x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  }
  return path;
}

const WIDTH = 64;
const HEIGHT = 10;
const STRIPE = 4;

type Props = {
  value: number;
  /** The part of it that is late: striped, so that it is not the colour alone. */
  late?: number;
  /** What the longest bar of the column stands for. */
  most: number;
};

/** A bar beside a number in a table: for the eyes only, because the numbers stand in the same row. */
export function ShareBar({ value, late = 0, most }: Props) {
  const scale = WIDTH / Math.max(1, most);
  const [whole, good] = [value * scale, Math.max(0, value - late) * scale];
  const stripes = Array.from({ length: Math.ceil((whole - good) / STRIPE) }, (_, i) => good + i * STRIPE);
  return (
    <svg className="share" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect width={good} height={HEIGHT} fill="var(--accent)" />
      {stripes.map((x) => (
        <rect key={x} x={x} width={Math.min(STRIPE - 1.5, whole - x)} height={HEIGHT} fill="var(--bad)" />
      ))}
    </svg>
  );
}

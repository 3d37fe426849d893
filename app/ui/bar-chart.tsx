import { Table } from "./table";

export type Bar = { label: string; value: number; tone?: "good" | "accent" | "warn" | "bad" };

const ROW = 26;
const LABEL_WIDTH = 184;
const BAR_WIDTH = 116;

/** A drawing for the eyes and a table for the ears, from the same numbers. */
export function BarChart({
  caption,
  labelHead,
  valueHead,
  bars,
}: {
  caption: string;
  labelHead: string;
  valueHead: string;
  bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <>
      <svg className="chart" viewBox={`0 0 ${LABEL_WIDTH + BAR_WIDTH + 40} ${bars.length * ROW}`} aria-hidden="true">
        {bars.map(({ label, value, tone = "accent" }, index) => {
          const width = Math.round((value / most) * BAR_WIDTH);
          return (
            <g key={label} transform={`translate(0 ${index * ROW})`}>
              <text x="0" y="16">
                {label}
              </text>
              <rect x={LABEL_WIDTH} y="4" width={width} height="15" rx="3" fill={`var(--${tone})`} />
              <text x={LABEL_WIDTH + width + 6} y="16">
                {value}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="vh">
        <Table
          caption={caption}
          columns={[
            { label: labelHead, cell: (bar: Bar) => bar.label },
            { label: valueHead, cell: (bar: Bar) => bar.value },
          ]}
          rows={bars}
          rowKey={(bar) => bar.label}
        />
      </div>
    </>
  );
}

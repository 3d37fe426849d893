import { LinkButton } from "~/ui/button";
import { TopBar } from "~/ui/office-shell";
import { periodName, figures as words } from "../messages.figures.pl";
import type { FigureLine, Speed, Standing } from "../rules.figures";
import type { CountedMotions } from "../rules.motions";
import type { Period } from "../rules.period";
import { BodyLines, CategoryLines } from "./figure-lines";
import { MotionFigures, PeriodDebates, Verdicts } from "./motion-figures";
import { PeriodChooser } from "./period-chooser";
import { SpeedPanel, StandingPanel } from "./task-figures";

type Debate = { id: string; number: number; year: number; topic: string };

export type FiguresProps = {
  home: string;
  now: Date;
  period: Period;
  years: number[];
  choices: Debate[];
  hasUnits: boolean;
  standing: Standing;
  speed: Speed;
  bodies: (FigureLine & { name: string })[];
  categories: FigureLine[];
  motions: CountedMotions[];
  verdicts: Parameters<typeof Verdicts>[0]["hall"];
  opinions: Parameters<typeof Verdicts>[0]["residents"];
  debates: Parameters<typeof PeriodDebates>[0]["debates"];
};

export function FiguresPage(props: FiguresProps) {
  const { home, now, period, choices, hasUnits } = props;
  const year = "year" in period ? period.year : props.years[0];
  return (
    <>
      <TopBar
        title={words.title}
        sub={words.sub(periodName(period, choices), now)}
        actions={
          <>
            {hasUnits && <LinkButton href={`${home}/reports/units`}>{words.units}</LinkButton>}
            <LinkButton look="primary" href={`${home}/reports/year/${year}`}>
              {words.yearSheet}
            </LinkButton>
          </>
        }
      />
      <PeriodChooser path={`${home}/reports`} period={period} years={props.years} debates={choices} />
      <div className="stack">
        <StandingPanel home={home} period={period} standing={props.standing} />
        <SpeedPanel home={home} period={period} speed={props.speed} />
        <BodyLines home={home} period={period} lines={props.bodies} />
        <CategoryLines home={home} period={period} lines={props.categories} />
        <MotionFigures period={period} motions={props.motions} />
        <Verdicts hall={props.verdicts} residents={props.opinions} />
        <PeriodDebates home={home} debates={props.debates} />
      </div>
    </>
  );
}

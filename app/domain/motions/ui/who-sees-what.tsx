import { typeset } from "~/platform/language";
import { views } from "../messages.resident.pl";

type Props = {
  /** What each of the three reads; without a text the general rule is said. */
  publicText?: string;
  policeText?: string;
  /** Never public: kept for the police, or inside the unit. */
  isHidden?: boolean;
  heading?: "h2" | "vh";
};

/** Three readers, side by side: the honest answer to „kto zobaczy moje nazwisko?”. */
export function WhoSeesWhat({ publicText, policeText, isHidden, heading = "h2" }: Props) {
  const outside = isHidden ? undefined : publicText || views.afterCheck;
  return (
    <section className="stack no-print" aria-labelledby="kto">
      <h2 id="kto" className={heading === "vh" ? "vh" : undefined}>
        {views.title}
      </h2>
      <div className="views">
        <View title={views.public} text={outside} />
        <View title={views.police} text={policeText || views.asWritten} seesAuthor />
        <View title={views.body} text={outside} />
      </div>
    </section>
  );
}

function View({ title, text, seesAuthor }: { title: string; text?: string; seesAuthor?: boolean }) {
  return (
    <div className="view">
      <h3>{title}</h3>
      <dl>
        <dt>{views.text}</dt>
        <dd className="pre">{text ? typeset(text) : <Hidden />}</dd>
        <dt>{views.placeAndCategory}</dt>
        <dd>{text ? views.yes : <Hidden />}</dd>
        <dt>{views.name}</dt>
        <dd>{seesAuthor ? views.ifGiven : <Hidden />}</dd>
        <dt>{views.email}</dt>
        <dd>{seesAuthor ? views.ifGiven : <Hidden />}</dd>
      </dl>
    </div>
  );
}

const Hidden = () => <span className="hidden-text">{views.hidden}</span>;

import { formatLong } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Note } from "~/ui/notes";
import { PlainPage } from "~/ui/public-page";
import { messages } from "../messages.pl";

const words = messages.verify;

type Paper = {
  number: string;
  approvedAt: Date | null;
  sha256: string;
  unit: string;
  topic: string;
  /** Only for what is published. */
  path: string | null;
};

export const VerifyPage = ({ paper }: { paper: Paper | null }) => (paper ? <Current {...paper} /> : <Unknown />);

function Current({ number, approvedAt, sha256, unit, topic, path }: Paper) {
  return (
    <PlainPage unitName={unit} narrow>
      <div className="stack stack--l">
        <div className="stack">
          <p>
            <Badge tone="done">{words.badge}</Badge>
          </p>
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Facts
          row
          className="card"
          items={[
            { term: words.document, value: words.documentName(number, topic) },
            { term: words.organizer, value: unit },
            { term: words.approved, value: approvedAt && formatLong(approvedAt) },
            { term: words.version, value: words.first },
            { term: words.hash, value: <span className="num">{sha256.replace(/(.{4})(?=.)/g, "$1 ")}</span> },
          ]}
        />
        <Note>
          <p>{words.compare}</p>
        </Note>
        {path && (
          <p className="cluster">
            <LinkButton href={path} look="primary">
              {words.read}
            </LinkButton>
            <LinkButton href={`${path}.pdf`}>{words.pdf}</LinkButton>
          </p>
        )}
      </div>
    </PlainPage>
  );
}

const Unknown = () => (
  <PlainPage narrow>
    <div className="stack stack--l">
      <div className="stack">
        <p>
          <Badge tone="stop">{words.unknownBadge}</Badge>
        </p>
        <h1>{words.unknown}</h1>
        <p className="lead">{words.unknownLead}</p>
      </div>
      <ul className="list prose">
        {words.unknownSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </div>
  </PlainPage>
);

import { typeset } from "~/platform/language";
import { formatLong } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Note } from "~/ui/notes";
import { PlainPage } from "~/ui/public-page";
import { correction } from "../messages.correction.pl";
import { messages } from "../messages.pl";

const words = messages.verify;
const old = correction.verify;

type Paper = {
  number: string;
  approvedAt: Date | null;
  sha256: string;
  unit: string;
  topic: string;
  edition: number;
  /** Only for what is published. */
  path: string | null;
};
type Valid = { correction: number; approvedAt: Date | null; reason: string; hash: string };
type Asked = Paper & { valid: Valid | null };

export function VerifyPage({ paper }: { paper: Asked | null }) {
  if (!paper) return <Unknown />;
  const { valid, ...asked } = paper;
  return valid ? <Superseded {...asked} valid={valid} /> : <Current {...asked} />;
}

function Superseded({ number, approvedAt, sha256, unit, topic, path, edition, valid }: Paper & { valid: Valid }) {
  return (
    <PlainPage unitName={unit} narrow>
      <div className="stack stack--l">
        <div className="stack">
          <p>
            <Badge tone="soon">{old.badge}</Badge>
          </p>
          <h1>{old.heading(valid.correction)}</h1>
          <p className="lead">{typeset(old.lead)}</p>
        </div>
        <Facts
          row
          className="card"
          items={[
            { term: words.document, value: words.documentName(number, topic) },
            { term: words.organizer, value: unit },
            { term: words.approved, value: approvedAt && formatLong(approvedAt) },
            { term: words.version, value: old.version(edition) },
            { term: old.valid, value: old.validText(valid.correction, valid.approvedAt) },
            ...(valid.reason ? [{ term: old.reason, value: typeset(valid.reason) }] : []),
            { term: words.hash, value: <span className="num">{spaced(sha256)}</span> },
          ]}
        />
        <p className="cluster">
          {path && (
            <LinkButton href={path} look="primary">
              {correction.read}
            </LinkButton>
          )}
          <LinkButton href={`/verify/${valid.hash}`}>{old.check}</LinkButton>
          {path && <LinkButton href={`${path}?wydanie=${edition}`}>{old.readOld}</LinkButton>}
        </p>
      </div>
    </PlainPage>
  );
}

const spaced = (sha256: string) => sha256.replace(/(.{4})(?=.)/g, "$1 ");

function Current({ number, approvedAt, sha256, unit, topic, path, edition }: Paper) {
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
            { term: words.version, value: old.version(edition) },
            { term: words.hash, value: <span className="num">{spaced(sha256)}</span> },
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

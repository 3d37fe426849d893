import { Fragment } from "react";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Checklist, CheckRow, Panel } from "~/ui/panel";
import { check } from "../messages.check.pl";
import { life } from "../messages.life.pl";
import { messages } from "../messages.pl";
import type { Editor } from "../queries.editor.server";
import { shortHash } from "../rules";
import { addressOf, type Fault, groupFaults } from "../rules.faults";
import { MinutesSteps, type Rights } from "./minutes-steps";
import { WordLinks } from "./word-links";

const words = messages.editor;

type Props = {
  editor: Editor;
  base: string;
  rights: Rights;
  publicPath: string | null;
  minutesDueOn: string | null;
  isHeld: boolean;
};

export function MinutesAside({ editor, ...page }: Props) {
  return (
    <aside className="stack is-stuck" aria-label={words.about}>
      {!editor.isFrozen && <Check faults={editor.faults} openRemarks={editor.remarks.open} base={page.base} />}
      <MinutesSteps editor={editor} {...page} />
      <Downloads editor={editor} base={page.base} publicPath={page.publicPath} />
    </aside>
  );
}

/** Errors stand in the way of approval, remarks do not; each leads to where it is mended. */
function Check({ faults, openRemarks, base }: Pick<Editor, "faults"> & { openRemarks: number; base: string }) {
  const errors = faults.filter(({ level }) => level === "error");
  const badge = errors.length > 0 && <Badge tone="late">{words.errors(errors.length)}</Badge>;
  return (
    <Panel title={words.check} id="sprawdzenie" aside={badge || undefined}>
      <Checklist>
        {groupFaults(faults).map(({ kind, level, shown, folded, left }) => (
          <Fragment key={`${level} ${kind}`}>
            {shown.map((fault, i) => (
              <FaultRow key={i} fault={fault} base={base} />
            ))}
            {folded.length > 0 && (
              <li>
                <details className="small">
                  <summary>{check.more(folded.length + left)}</summary>
                  <Checklist>
                    {folded.map((fault, i) => (
                      <FaultRow key={i} fault={fault} base={base} />
                    ))}
                  </Checklist>
                  {left > 0 && <p className="small muted">{check.left(left)}</p>}
                </details>
              </li>
            )}
          </Fragment>
        ))}
        {openRemarks > 0 && (
          <CheckRow
            state="warn"
            title={life.openRemarks(openRemarks)}
            href={`${base}/remarks`}
            sub={life.openRemarksHint}
          />
        )}
        {faults.length + openRemarks === 0 && <CheckRow state="done" title={words.allGood} />}
      </Checklist>
    </Panel>
  );
}

const FaultRow = ({ fault, base }: { fault: Fault; base: string }) => (
  <CheckRow
    state={fault.level === "error" ? "bad" : "warn"}
    title={check.faults[fault.kind](fault)}
    href={fault.elsewhere ? addressOf(fault, base) : `#${fault.at}`}
    sub={check.remedies[fault.kind]}
  />
);

function Downloads({ editor, base }: Pick<Props, "editor" | "base" | "publicPath">) {
  return (
    <Panel title={words.downloads} padded>
      <LinkButton href={`${base}.pdf?wersja=wewnetrzna`} wide>
        {words.pdfInternal}
      </LinkButton>
      <LinkButton href={`${base}.pdf?wersja=publiczna`} wide>
        {words.pdfPublic}
      </LinkButton>
      <WordLinks base={base} />
      {editor.sha256 ? (
        <p className="small muted num">{messages.page.hash(shortHash(editor.sha256))}</p>
      ) : (
        <p className="small muted">{words.draftNote}</p>
      )}
    </Panel>
  );
}

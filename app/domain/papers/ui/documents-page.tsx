import { messages as files } from "~/domain/minutes/messages.files.pl";
import { Anchor } from "~/ui/anchor";
import { Panel, Rows } from "~/ui/panel";
import { messages } from "../messages.pl";
import { type Choices, GROUPS, type ListedPaper } from "../rules";
import { PaperRow } from "./paper-row";

type Props = {
  /** The address below which the files are. */
  folder: string;
  papers: ListedPaper[];
  choices: Choices;
};

/** What can be printed for this debate, in the order in which an evening needs it. */
export function DocumentsPage({ folder, papers, choices }: Props) {
  const groups = GROUPS.map((group) => ({ group, own: papers.filter((paper) => paper.group === group) }));
  return (
    <div className="stack">
      <p className="lead">{messages.lead}</p>
      <p>
        <Anchor href={folder.replace(/documents$/, "files")}>{files.open}</Anchor>
      </p>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <Panel key={group} title={messages.groups[group]}>
            <Rows>
              {own.map((paper) => (
                <PaperRow key={paper.name} paper={paper} choices={choices} folder={folder} />
              ))}
            </Rows>
          </Panel>
        ))}
    </div>
  );
}

import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import { messages, papers } from "../messages.pl";
import { type Choices, type Format, type ListedPaper, type OptionName, optionOf } from "../rules";

type Props = { paper: ListedPaper; choices: Choices; folder: string };

/** One paper: what it is for, and its files; or why it cannot be had yet. */
export function PaperRow({ paper, choices, folder }: Props) {
  const { name, missing, due } = paper;
  const { slug, title, use } = papers[name];
  return (
    <li className="doc" id={slug}>
      <div>
        <h3 className="rows__title">{typeset(title)}</h3>
        <p className="rows__sub">{typeset(use)}</p>
        {due && <p className="rows__sub">{typeset(messages.due(due))}</p>}
      </div>
      {missing ? (
        <p className="small muted">{typeset(messages.missing[missing])}</p>
      ) : (
        <Files {...paper} choices={choices} path={`${folder}/${slug}`} />
      )}
    </li>
  );
}

/** A PDF is read in the browser; other files are kept. */
const verb = (format: Format) => (format === "pdf" ? messages.open : messages.save)(messages.formats[format]);

/** Plain addresses: what a form of options asks for can be kept, sent and asked for again. */
function Files({ name, formats, options = [], choices, path }: ListedPaper & { choices: Choices; path: string }) {
  const { title } = papers[name];
  if (options.length === 0) {
    return (
      <div className="doc__files">
        {formats.map((format) => (
          <LinkButton key={format} small href={`${path}.${format}`} about={title}>
            {verb(format)}
          </LinkButton>
        ))}
      </div>
    );
  }
  return (
    <form className="doc__files" method="get" action={`${path}.${formats[0]}`}>
      {options.map((option) => (
        <OptionField key={option} option={option} rows={choices[option]} id={`${name}-${option}`} />
      ))}
      {formats.map((format) => (
        <Button key={format} small formAction={`${path}.${format}`} about={title}>
          {verb(format)}
        </Button>
      ))}
    </form>
  );
}

type OptionProps = { option: OptionName; rows?: { id: string; name: string }[]; id: string };

function OptionField({ option, rows = [], id }: OptionProps) {
  const asked = optionOf(option);
  const common = { name: option, id, label: messages.options[option] };
  if (asked.kind === "word") {
    return (
      <Select {...common} options={asked.words.map((value) => ({ value, label: messages.words[value] ?? value }))} />
    );
  }
  if (asked.kind === "count") {
    const { least, most, usual } = asked;
    return (
      <Field {...common} width="xs" type="number" inputMode="numeric" min={least} max={most} defaultValue={usual} />
    );
  }
  if (rows.length < 2) return null; // nothing to choose
  return (
    <Select
      {...common}
      placeholder={messages.all[option]}
      options={rows.map((row) => ({ value: row.id, label: row.name }))}
    />
  );
}

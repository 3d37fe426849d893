import { renderToStaticMarkup } from "react-dom/server";
import { HtmlPage } from "~/ui/html-page";
import { columnName, tableName, person as text } from "./messages.person.pl";
import type { ExportData } from "./rules.export";

type Props = { unit: string; day: string; data: ExportData };

/** The copy that a person reads: one file without anything from elsewhere. */
export const copyAsHtml = (props: Props) => `<!DOCTYPE html>${renderToStaticMarkup(<Copy {...props} />)}`;

const Copy = ({ unit, day, data }: Props) => (
  <HtmlPage meta={<title>{text.pageTitle}</title>} links={null} handle={{}}>
    <main>
      <h1>{text.pageTitle}</h1>
      <p>{text.pageLead(unit, day)}</p>
      {data.own.map(({ table, rows }, at) => (
        <section key={at}>
          <h2>{tableName(table)}</h2>
          {rows.map((row, index) => (
            <dl key={index}>
              {Object.entries(row).map(([column, value]) => (
                <div key={column}>
                  <dt>{columnName(column)}</dt>
                  <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
      {data.mentions.length > 0 && <h2>{text.mentionsTitle}</h2>}
      {data.mentions.map(({ table, column, excerpts }) => (
        <section key={`${table} ${column}`}>
          <h3>
            {tableName(table)}: {columnName(column)}
          </h3>
          <ul>
            {excerpts.map((excerpt, index) => (
              <li key={index}>{excerpt}</li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  </HtmlPage>
);

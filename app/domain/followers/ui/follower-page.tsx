import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import { opinion } from "../messages.opinions.pl";
import { page as words } from "../messages.pl";
import type { FollowerPageData } from "../queries.page.server";
import type { FollowerState } from "../rules";
import { OpinionForm } from "./opinion-form";

type Props = FollowerPageData & {
  state: FollowerState;
  isSaved: boolean;
  formKey: string;
  refused?: Refused;
};

/** What the link of a letter opens: one question, or where the matter stands and the way out. */
export function FollowerPage(props: Props) {
  const { unit, matter, state, isSaved, question, formKey, refused } = props;
  const errors = refused?.errors;
  const title = { asked: words.confirmTitle, following: words.following, ended: words.ended }[state];
  return (
    <PublicPage unit={unit} narrow nav={false}>
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={errors} labels={opinion.labels} />
          {isSaved && !errors && (
            <Note tone="good" status>
              <p>{words.saved}</p>
            </Note>
          )}
          <h1>{title}</h1>
          {state === "ended" && <p className="lead">{typeset(words.endedLead)}</p>}
        </div>
        {matter ? <Matter matter={matter} /> : <Note tone="warn">{typeset(words.hidden)}</Note>}
        {question && <OpinionForm question={question} formKey={`${formKey}-opinion`} refused={refused} />}
        {state === "asked" && <Confirm {...props} />}
        {state === "following" && <Following {...props} />}
        {state === "ended" && matter && <p>{typeset(words.again)}</p>}
      </div>
    </PublicPage>
  );
}

function Matter({ matter }: { matter: NonNullable<FollowerPageData["matter"]> }) {
  const { number, place, text, progress, href } = matter;
  return (
    <section className="card stack" aria-labelledby="sprawa">
      {progress && (
        <p>
          <Badge tone={progress.tone}>{progress.label}</Badge>
        </p>
      )}
      <h2 id="sprawa">{words.matter(number)}</h2>
      <p className="pre">{typeset(text)}</p>
      {place && <p className="muted">{typeset(place)}</p>}
      {progress?.text && <p>{typeset(progress.text)}</p>}
      <p>
        <a href={href}>{words.thread}</a>
      </p>
    </section>
  );
}

/** Opening the page confirms nothing; only the button does. */
const Confirm = ({ formKey, matter, ...props }: Props) => (
  <div className="stack">
    {matter && (
      <PostForm formKey={formKey} hidden={{ do: "confirm" }}>
        <p>{typeset(words.confirmLead)}</p>
        <Support {...props} />
        <Button look="primary">{words.confirm}</Button>
      </PostForm>
    )}
    <PostForm formKey={`${formKey}-end`} hidden={{ do: "end" }} label={words.notMe}>
      <Button look="quiet">{words.notMe}</Button>
    </PostForm>
  </div>
);

const Following = ({ formKey, matter, question, ...props }: Props) => (
  <>
    {matter && (
      <PostForm formKey={formKey} hidden={{ do: "support" }} label={words.supports}>
        <Support {...props} />
        {!props.isAuthor && <Button>{words.save}</Button>}
      </PostForm>
    )}
    <section className="stack" aria-labelledby="rezygnacja">
      <h2 id="rezygnacja">{words.endTitle}</h2>
      <p>{typeset(words.endLead)}</p>
      <PostForm formKey={`${formKey}-end`} hidden={{ do: "end" }} label={words.endTitle}>
        <div>
          <Button look={question ? undefined : "primary"}>{words.end}</Button>
        </div>
      </PostForm>
    </section>
  </>
);

const Support = ({ isAuthor, supports }: Pick<Props, "isAuthor" | "supports">) =>
  isAuthor ? (
    <p className="muted">{typeset(words.isAuthor)}</p>
  ) : (
    <Check name="supports" label={words.supports} hint={typeset(words.supportsHint)} defaultChecked={supports} />
  );

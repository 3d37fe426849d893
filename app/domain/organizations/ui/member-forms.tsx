import type { FormErrors, FormFields } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { ROLES, type Role } from "~db/vocabulary";
import { roleHints, roles, members as text } from "../messages.pl";

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: capital(roles[value]), hint: roleHints[value] }));

type FormProps = { path: string; formKey: string; fields?: FormFields; errors?: FormErrors };

export const InviteForm = ({ path, formKey, fields, errors }: FormProps) => (
  <Panel title={text.invite} padded>
    <PostForm formKey={formKey} action={`${path}/members`} hidden={{ intent: "invite" }}>
      <Field
        name="email"
        type="email"
        label={text.email}
        defaultValue={fields?.email}
        error={errors?.email}
        autoComplete="off"
      />
      <Choices
        small
        name="role"
        label={text.role}
        options={ROLE_OPTIONS}
        chosen={fields?.role ?? "organizer"}
        error={errors?.role}
      />
      <Button look="primary">{text.send}</Button>
    </PostForm>
  </Panel>
);

type EditProps = {
  member: { id: string; name: string; role: Role; secondFactorAt: Date | null };
  path: string;
  formKey: string;
  errors?: FormErrors;
};

export function EditMember({ member, path, formKey, errors }: EditProps) {
  const { id, name, role, secondFactorAt } = member;
  const action = `${path}/members?osoba=${id}`;
  return (
    <Panel title={text.edit(name)} padded>
      <PostForm formKey={formKey} action={action} hidden={{ intent: "role", id }}>
        <Choices small name="role" label={text.role} options={ROLE_OPTIONS} chosen={role} error={errors?.role} />
        <p className="small muted">{text.roleNote}</p>
        <div className="cluster">
          <Button look="primary">{text.saveRole}</Button>
          <LinkButton look="quiet" href={`${path}/members`}>
            {text.close}
          </LinkButton>
        </div>
      </PostForm>
      <PostForm formKey={`${formKey}-p`} action={action} hidden={{ intent: "password", id }}>
        <Button>{text.passwordLink}</Button>
      </PostForm>
      {secondFactorAt && (
        <LinkButton look="quiet" href={`${path}/members?skladnik=${id}`}>
          {text.resetFactor}
        </LinkButton>
      )}
      <LinkButton look="quiet" href={`${path}/members?koniec=${id}`}>
        {text.end}
      </LinkButton>
    </Panel>
  );
}

function capital(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { describe, type FieldParts, fieldId, HintAndError, OptionalMark, problemText } from "./field-frame";
import { joinClasses } from "./join-classes";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Fields that belong to this answer; CSS shows them while it is chosen, without JavaScript. */
  reveal?: ReactNode;
};

type Props = Omit<FieldParts, "wide"> &
  Pick<InputHTMLAttributes<HTMLInputElement>, "onChange" | "onBlur" | "required"> & {
    name: string;
    type?: "radio" | "checkbox";
    options: readonly Choice[];
    /** What is chosen at first: one value for radios, any number for checkboxes. */
    chosen?: string | readonly string[];
    cards?: boolean;
    /** A small legend, for side panels. */
    small?: boolean;
  };

/** Radio cards or checkboxes. The first input has the field's id, so the error summary can point at it. */
export const Choices = forwardRef<HTMLInputElement, Props>(function Choices(props, ref) {
  const { label, hint, error, optional, hideLabel, name, type = "radio", options, chosen = [], small, ...rest } = props;
  const { cards = type === "radio", ...input } = rest;
  const id = fieldId(name);
  const described = describe(id, { hint, error });
  const legend = joinClasses(small ? "field__label" : "legend", hideLabel && "vh");
  return (
    <fieldset
      className={joinClasses(Boolean(problemText(error)) && "is-invalid")}
      {...(type === "radio"
        ? { role: "radiogroup", ...described }
        : { "aria-describedby": described["aria-describedby"] })}
    >
      <legend className={legend}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      <HintAndError {...{ id, hint, error }} />
      <div className={joinClasses("choices", Boolean(hint || error || small) && "mt")}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            ref={ref}
            option={option}
            cards={cards}
            input={{ ...input, name, type, defaultChecked: [chosen].flat().includes(option.value) }}
            id={index === 0 ? id : `${id}-${option.value}`}
          />
        ))}
      </div>
    </fieldset>
  );
});

type RowProps = { option: Choice; id: string; cards: boolean; input: InputHTMLAttributes<HTMLInputElement> };

const ChoiceRow = forwardRef<HTMLInputElement, RowProps>(function ChoiceRow({ option, id, cards, input }, ref) {
  const { value, label, hint, disabled, reveal } = option;
  return (
    <>
      <label className={joinClasses("choice", cards && "choice--card")} htmlFor={id}>
        <input
          {...input}
          id={id}
          ref={ref}
          value={value}
          disabled={disabled}
          aria-describedby={hint ? `${id}-o` : undefined}
        />
        <span className="choice__label">{label}</span>
        {hint && (
          <span className="choice__hint" id={`${id}-o`}>
            {hint}
          </span>
        )}
      </label>
      {reveal && <div className="reveal stack">{reveal}</div>}
    </>
  );
});

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: FieldParts["error"];
};

/** One checkbox that stands alone. */
export const Check = forwardRef<HTMLInputElement, CheckProps>(function Check(props, ref) {
  const { label, hint, error, id = fieldId(props.name), ...input } = props;
  return (
    <div className={joinClasses("field", Boolean(problemText(error)) && "is-invalid")}>
      <HintAndError id={id} error={error} />
      <label className="choice" htmlFor={id}>
        <input {...input} {...describe(id, { hint, error })} id={id} ref={ref} type="checkbox" />
        <span className="choice__label">{label}</span>
        {hint && (
          <span className="choice__hint" id={`${id}-h`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
});

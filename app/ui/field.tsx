import { forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { describe, FieldFrame, type FieldParts, fieldId } from "./field-frame";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";

type Common = FieldParts & { name: string; id?: string; width?: "xs" | "s" | "m" };
type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "width">;

/** `{...register("place")}` can be spread on each of these; without react-hook-form they are plain HTML. */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(props, ref) {
  const { label, hint, error, optional, hideLabel, wide, id = fieldId(props.name), width, className, ...input } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, wide }}>
      <input
        type="text"
        {...input}
        {...describe(id, { hint, error })}
        id={id}
        ref={ref}
        className={inputClass(width, className)}
      />
    </FieldFrame>
  );
});

type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">;

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, hint, error, optional, hideLabel, wide, id = fieldId(props.name), width, className, ...input } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, wide }}>
      <textarea
        rows={4}
        {...input}
        {...describe(id, { hint, error })}
        id={id}
        ref={ref}
        className={inputClass(width, className)}
      />
    </FieldFrame>
  );
});

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { group: string; options: readonly Option[] };

type SelectProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id"> & {
    options: readonly (Option | OptionGroup)[];
    /** The first, empty choice, e.g. „Wybierz kategorię”. */
    placeholder?: string;
  };

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { label, hint, error, optional, hideLabel, wide, id = fieldId(props.name), width, className, ...rest } = props;
  const { options, placeholder, ...input } = rest;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, wide }}>
      <select {...input} {...describe(id, { hint, error })} id={id} ref={ref} className={inputClass(width, className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          "group" in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
});

const renderOption = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

/** Dates and times are typed: native pickers show mm/dd or AM/PM by the browser's language. */
export const DateField = forwardRef<HTMLInputElement, FieldProps>(function DateField(props, ref) {
  return <Field hint={messages.dateHint} width="s" {...typed} {...props} ref={ref} />;
});

export const TimeField = forwardRef<HTMLInputElement, FieldProps>(function TimeField(props, ref) {
  return <Field hint={messages.timeHint} width="s" {...typed} {...props} ref={ref} />;
});

const typed = { inputMode: "numeric", autoComplete: "off" } as const;

const inputClass = (width: Common["width"], more?: string) => joinClasses("input", width && `input--${width}`, more);

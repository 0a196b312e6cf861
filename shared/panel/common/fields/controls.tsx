import type { ComponentChildren, JSX } from 'preact';

interface FormProps {
  readonly style?: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** Fields and the button that submits them. The page itself says what is missing, not the browser. */
export function Form({ style = '', onSubmit, children }: FormProps) {
  return (
    <form
      class={style}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

interface TextFieldProps extends JSX.HTMLAttributes<HTMLInputElement> {
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** One line of text. */
export function TextField({ text, onType, ...attributes }: TextFieldProps) {
  return (
    <input
      class="text"
      type="text"
      dir="auto"
      autocomplete="off"
      {...attributes}
      value={text}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}

interface SelectProps<V extends string | number | null> extends Omit<JSX.HTMLAttributes<HTMLSelectElement>, 'value'> {
  readonly value: V;
  readonly choices: readonly (readonly [value: V, label: string])[];
  readonly onChoose: (value: V) => void;
}

/** One of several values. */
export function Select<V extends string | number | null>({ value, choices, onChoose, ...attributes }: SelectProps<V>) {
  return (
    <select
      {...attributes}
      value={String(value)}
      onChange={({ currentTarget }) => onChoose(choices[currentTarget.selectedIndex]![0])}
    >
      {choices.map(([each, label]) => (
        <option key={String(each)} value={String(each)}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface CheckProps extends JSX.HTMLAttributes<HTMLInputElement> {
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
  readonly children: ComponentChildren;
}

/** A checkbox before its label. */
export function Check({ isChecked, onCheck, children, ...attributes }: CheckProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        {...attributes}
        checked={isChecked}
        onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
      />
      {children}
    </label>
  );
}

interface RadioProps {
  /** Shared by all radio buttons of a group. */
  readonly name: string;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

/** One of several values that are all in sight. */
export function Radio({ name, isChecked, onChoose, children }: RadioProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={isChecked} onChange={onChoose} />
      {children}
    </label>
  );
}

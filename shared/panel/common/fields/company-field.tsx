import type { ComponentChildren } from 'preact';

interface Props {
  readonly id: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly text: string;
  /** What is wrong with it; `''`: nothing. */
  readonly slip: string;
  readonly onType: (text: string) => void;
  /** Its button. */
  readonly children: ComponentChildren;
}

/** One company, typed. */
export function CompanyField({
  id,
  label = 'Company',
  placeholder = 'stripe.com',
  text,
  slip,
  onType,
  children,
}: Props) {
  return (
    <>
      <div class="row">
        <label for={id}>{label}</label>
        <input
          id={id}
          class="text"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          maxLength={300}
          value={text}
          {...(slip === '' ? {} : { 'aria-invalid': true })}
          aria-describedby={`${id}-slip`}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
        {children}
      </div>
      <p id={`${id}-slip`} role="alert" class="problem">
        {slip}
      </p>
    </>
  );
}

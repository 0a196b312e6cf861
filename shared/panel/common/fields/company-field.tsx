import type { ComponentChildren } from 'preact';
import { TextField } from './controls';

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
        <TextField
          id={id}
          spellcheck={false}
          placeholder={placeholder}
          maxLength={300}
          {...(slip === '' ? {} : { 'aria-invalid': true })}
          aria-describedby={`${id}-slip`}
          text={text}
          onType={onType}
        />
        {children}
      </div>
      <p id={`${id}-slip`} role="alert" class="problem">
        {slip}
      </p>
    </>
  );
}

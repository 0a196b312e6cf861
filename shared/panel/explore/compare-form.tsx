import { useState } from 'preact/hooks';
import { CompanyField } from '../selected/company-field';
import type { Exploring } from './exploring';
import { companyTyped } from './subject';

interface Props {
  readonly exploring: Exploring;
  readonly identifier: string;
}

/** Asks for the company to compare with. */
export function CompareForm({ exploring, identifier }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const compare = (): void => {
    const other = companyTyped(text);
    if (other === null) setProblem('Enter the domain of a company, such as shopify.com.');
    else if (other === identifier) setProblem('Enter the domain of another company.');
    else exploring.open({ is: 'compare', identifier, other });
  };
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
    >
      <CompanyField
        id="explore-compare"
        label="Compare with"
        placeholder="shopify.com"
        text={text}
        slip={problem}
        onType={(typed) => {
          setText(typed);
          setProblem('');
        }}
      >
        <button type="submit">Compare</button>
      </CompanyField>
    </form>
  );
}

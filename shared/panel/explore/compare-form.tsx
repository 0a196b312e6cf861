import { useState } from 'preact/hooks';
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
      <div class="row">
        <label for="explore-compare">Compare with</label>
        <input
          id="explore-compare"
          class="text"
          type="text"
          autoComplete="off"
          spellcheck={false}
          maxLength={253}
          placeholder="shopify.com"
          value={text}
          aria-describedby="explore-compare-problem"
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setProblem('');
          }}
        />
        <button type="submit">Compare</button>
      </div>
      <p id="explore-compare-problem" role="alert" class="problem">
        {problem}
      </p>
    </form>
  );
}

import { Fragment } from 'preact';

interface Props {
  readonly of: readonly (readonly [name: string, figure: string | number])[];
}

/** Labels with their figures, one below the other. */
export function Figures({ of }: Props) {
  return (
    <dl class="figures">
      {of.map(([name, figure]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{typeof figure === 'number' ? figure.toLocaleString('en-US') : figure}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

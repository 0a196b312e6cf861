import { Fragment, type ComponentChildren } from 'preact';

interface Props<T> {
  readonly of: readonly (readonly [name: string, told: T])[];
}

/** Labels with their figures, one below the other. */
export function Figures({ of }: Props<string | number>) {
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

/** Names with what is told of each. */
export function Facts({ of }: Props<ComponentChildren>) {
  return (
    <dl class="facts">
      {of.map(([name, told]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{told}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

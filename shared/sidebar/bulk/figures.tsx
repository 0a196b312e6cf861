interface Props {
  readonly of: readonly (readonly [name: string, figure: string | number])[];
}

/** Names with their numbers below each other. */
export function Figures({ of }: Props) {
  return (
    <dl class="figures">
      {of.map(([name, figure]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{typeof figure === 'number' ? figure.toLocaleString('en-US') : figure}</dd>
        </>
      ))}
    </dl>
  );
}

interface Props {
  readonly isBusy: boolean;
  /** What happens or has happened; `''`: nothing. */
  readonly said: string;
  /** What went wrong; `''`: nothing. */
  readonly problem: string;
}

/** What a button led to, read out once it changes. */
export function Outcome({ isBusy, said, problem }: Props) {
  return (
    <>
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {said}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </>
  );
}

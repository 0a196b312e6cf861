import { CreditsField, CreditsProblem } from './credits-field';
import { useCreditsEntry } from './use-credits-entry';

const FIELD = 'owner-limit';

interface Props {
  readonly ownerLimit: number | null;
  readonly onLimit: (credits: number | null) => void;
}

/** A limit that belongs to the user, not to the file. */
export function OwnerLimit({ ownerLimit, onLimit }: Props) {
  const limit = useCreditsEntry(ownerLimit, 0, (credits) => {
    if (credits !== ownerLimit) onLimit(credits);
  });
  return (
    <fieldset class="bare">
      <legend>Limit for every file I own</legend>
      <div class="choice">
        <label for={FIELD}>Up to</label>
        <CreditsField
          id={FIELD}
          name="In all files I own: no more than how many credits a day"
          about={`${FIELD}-about`}
          text={limit.text}
          problem={limit.problem}
          onType={limit.type}
          onEntered={limit.enter}
        />
        <span>credits a day</span>
      </div>
      <CreditsProblem id={FIELD} problem={limit.problem} />
      <p id={`${FIELD}-about`} class="hint beside">
        Applies to each file on its own, and only you can change it. Leave it empty for no limit.
      </p>
    </fieldset>
  );
}

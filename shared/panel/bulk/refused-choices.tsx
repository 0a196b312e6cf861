import type { Choice } from '../../enrich/plan/column-spec';
import { nameOfChoice, withName } from '../../enrich/plan/check-columns';
import { PressButton } from './press-button';
import type { NamedChoices } from './use-named-choices';

interface Props {
  readonly named: NamedChoices;
  readonly onAdd: (choice: Choice) => void;
}

/** Columns that were not added, and why, with the names that may have been meant as buttons. */
export function RefusedChoices({ named, onAdd }: Props) {
  return (
    <>
      <p role="status" class={named.isChecking ? 'is-busy' : ''}>
        {named.isChecking ? 'Checking the name…' : ''}
      </p>
      <div role="alert">
        {named.refused.map(({ choice, nearest }) => {
          const name = nameOfChoice(choice);
          if (name === null) return null;
          return (
            <div key={name.text}>
              <p class="problem">
                Trace does not know the {name.kind} "{name.text}".{' '}
                {nearest.length > 0 ? 'Did you mean:' : 'Check how it is spelled, then add it again.'}
              </p>
              {nearest.length > 0 && (
                <div class="buttons">
                  {nearest.map((each) => (
                    <PressButton key={each} onPress={() => onAdd(withName(choice, each))}>
                      {each}
                    </PressButton>
                  ))}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {named.notes.map((note) => (
        <p key={note} class="note" role="status">
          {note}
        </p>
      ))}
    </>
  );
}

import { say } from '../../../errors/say';
import { useState } from 'preact/hooks';
import { titleOf, type Choice } from '../../../enrich/plan/column-spec';
import { checkChoice, nameOfChoice, withName, type ChoiceCheck } from '../../../enrich/plan/check-columns';
import type { BulkEngine } from '../../common/bulk-engine';
import { useSheet } from '../../common/sheet';
import { PressButton } from '../../common/press-button';
import { Said, Sentences } from '../../common/outcome';

/** A column that is not added because Trace does not know its name. */
interface RefusedChoice {
  readonly choice: Choice;
  readonly nearest: readonly string[];
}

interface NamedChoices {
  readonly isChecking: boolean;
  readonly refused: readonly RefusedChoice[];
  /** The note on names that were added unchecked. */
  readonly notes: readonly string[];
  /** Adds those with names that may be known. Resolves to whether that was all of them. */
  add(choices: readonly Choice[]): Promise<boolean>;
}

/** Adds columns whose names Trace knows. If that cannot be checked, adds them with a note. */
export function useNamedChoices(onAdd: (choices: readonly Choice[]) => void): NamedChoices {
  const engine = useSheet();
  const [isChecking, setChecking] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedChoice[]>([]);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const add = async (choices: readonly Choice[]): Promise<boolean> => {
    const checks: ChoiceCheck[] = [];
    setRefused([]);
    setNotes([]);
    setChecking(choices.some((choice) => nameOfChoice(choice) !== null));
    for (const choice of choices) checks.push(await check(engine, choice));
    setChecking(false);
    onAdd(choices.filter((_choice, index) => checks[index]!.is !== 'unknown'));
    const unknown = choices.flatMap((choice, index) => {
      const result = checks[index]!;
      return result.is === 'unknown' ? [{ choice, nearest: result.nearest }] : [];
    });
    setRefused(unknown);
    setNotes(choices.flatMap((choice, index) => toNote(choice, checks[index]!)));
    return unknown.length === 0;
  };
  return { isChecking, refused, notes, add };
}

async function check(engine: BulkEngine, choice: Choice): Promise<ChoiceCheck> {
  if (nameOfChoice(choice) === null) return { is: 'accepted' };
  const ended = await engine.do((ports) => checkChoice(ports, choice));
  return ended.ok ? ended.value : { is: 'unchecked', why: ended.error };
}

function toNote(choice: Choice, result: ChoiceCheck): readonly string[] {
  if (result.is !== 'unchecked') return [];
  const added = `Added "${titleOf(choice)}". Its name could not be checked, so make sure it is spelled right.`;
  return [result.why === null ? added : `${added} ${say(result.why, 'run')}`];
}

interface Props {
  readonly named: NamedChoices;
  readonly onAdd: (choice: Choice) => void;
}

/** Columns that were not added, and why, with the names that may have been meant as buttons. */
export function RefusedChoices({ named, onAdd }: Props) {
  return (
    <>
      <Said style={named.isChecking ? 'is-busy' : ''}>{named.isChecking ? 'Checking the name…' : ''}</Said>
      <div role="alert">
        {named.refused.map(({ choice, nearest }) => {
          const name = nameOfChoice(choice);
          if (name === null) return null;
          return (
            <div key={name.text}>
              <p class="problem">
                Trace does not know the {name.kind} "{name.text}".{' '}
                {nearest.length > 0 ? 'Did you mean:' : 'Check the spelling, then add it.'}
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
      <Sentences class="note" role="status" of={named.notes} />
    </>
  );
}

import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { suggestionIn } from '../../errors/suggestion-in';
import type { TraceError } from '../../errors/trace-error';
import { PressButton } from './press-button';

interface Props {
  readonly error: TraceError;
  /** Puts a name in place of one that Trace does not know. */
  readonly onUse: (wrong: string, name: string) => void;
}

/** A problem of what was typed. An unknown name has a button with the nearest known one. */
export function UnknownName({ error, onUse }: Props) {
  const suggested = suggestionIn(error.message);
  const name = suggested?.names[0];
  return (
    <>
      <p class="problem">{sentenceInPanel(error)}</p>
      {suggested !== null && name !== undefined && (
        <PressButton onPress={() => onUse(suggested.wrong, name)}>Use “{name}”</PressButton>
      )}
    </>
  );
}

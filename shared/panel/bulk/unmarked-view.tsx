import { PressButton } from './press-button';

interface Props {
  readonly sentence: string;
  /** `null`: without titles it cannot begin. */
  readonly onGoOn: (() => void) | null;
  readonly onBack: () => void;
}

/** Asks before a run whose columns cannot be marked. `sentence` says what people must leave alone while it goes on. */
export function UnmarkedView({ sentence, onGoOn, onBack }: Props) {
  return (
    <>
      <p class="waiting">Nothing is written or paid for yet.</p>
      <p>{sentence}</p>
      <div class="buttons">
        {onGoOn !== null && (
          <PressButton isMain onPress={onGoOn}>
            Enrich by titles
          </PressButton>
        )}
        <PressButton onPress={onBack}>Back</PressButton>
      </div>
    </>
  );
}

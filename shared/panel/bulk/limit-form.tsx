import { CreditsLimit } from './credits-limit';
import { PressButton } from './press-button';

const ID = 'run-limit-told';

interface Props {
  readonly label: string;
  /** What starts under this limit; `null`: other buttons start it. */
  readonly button: string | null;
  readonly text: string;
  readonly problem: string;
  readonly isBusy: boolean;
  readonly onType: (text: string) => void;
  readonly onGo: () => void;
}

/** The limit of a run that continues: typed now, or earlier in this panel. */
export function LimitForm({ label, button, text, problem, isBusy, onType, onGo }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && button !== null) onGo();
      }}
    >
      <CreditsLimit {...{ id: ID, label, text, problem }} isBelow onType={onType} onEntered={onType} />
      {button !== null && (
        <div class="buttons">
          <PressButton isMain isOff={isBusy}>
            {button}
          </PressButton>
        </div>
      )}
    </form>
  );
}

import { useEffect } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { BulkHost } from '../bulk-host';
import { takeErrand } from '../last-tab';
import { insertSelfTest } from '../open-practice';
import { Outcome } from '../outcome';
import type { PanelHost } from '../panel-host';
import { useErrand } from '../use-errand';

interface Props {
  readonly bulk: BulkHost;
  readonly readPractice: NonNullable<PanelHost['readPractice']>;
}

/** Adds a sheet that shows whether each function answers as it should. */
export function SelfTest({ bulk, readPractice }: Props) {
  const errand = useErrand();
  const insert = async (): Promise<void> => {
    errand.begin('Adding the sheet…');
    const ended = await attempt(async () => insertSelfTest(bulk, await readPractice()));
    if (ended.ok) errand.end(`Added the sheet ${ended.value}. Each result in it should turn green.`);
    else errand.fail(say(ended.error, 'action'));
  };
  useEffect(() => {
    if (takeErrand('selfTest')) void insert();
  }, []);
  return (
    <>
      <h3 id="self-test-title" tabIndex={-1}>
        Self-test
      </h3>
      <p class="hint">
        Adds a sheet of formulas on sample companies, with the answers they should show. Free for up to 6 hours, or
        until a key is set or changed. Formulas recalculated later may use credits: insert a new self-test then.
      </p>
      <div class="buttons">
        <PressButton isOff={errand.isBusy} onPress={() => void insert()}>
          Insert self-test
        </PressButton>
      </div>
      <Outcome isBusy={errand.isBusy} said={errand.said} problem={errand.problem} />
    </>
  );
}

import { PressButton } from '../common/press-button';
import { Icon, type IconName } from '../common/icon';
import { Outcome, Problem, useErrand } from '../common/outcome';
import { openPractice } from '../common/practice';
import { KeyForm, KeyStatusLine, WhereIsMyKey } from '../settings/key-card';
import { usePanel } from '../state/panel-state';

const PROMISES: readonly (readonly [icon: IconName, text: string])[] = [
  ['columns', 'Fill columns with technologies, company facts and partners.'],
  ['price', 'See the price before you spend a credit.'],
  ['undo', 'Undo the last enrichment. Cells edited since stay.'],
];

/** The whole panel until there is a key. */
export function Welcome() {
  const { host, keys, tab, goWithout } = usePanel();
  const { errand, problem } = keys.state;
  const { bulk, readPractice } = host;
  const practice = useErrand();
  const isBusy = errand !== null || practice.isBusy;
  const addPractice = (loadBulk: NonNullable<typeof bulk>, read: NonNullable<typeof readPractice>) =>
    void practice.attempt('Adding the sheet…', async () => {
      const [sheet, samples] = await Promise.all([loadBulk(), read()]);
      await openPractice(sheet, samples);
      goWithout('enrich');
      return '';
    });
  return (
    <section class="welcome key-place" aria-labelledby="key-title">
      <h2 id="key-title">Welcome to Trace</h2>
      <ul class="promises">
        {PROMISES.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
      <KeyForm isBusy={isBusy} />
      <KeyStatusLine />
      <Problem>{problem?.isOfField === false ? problem.sentence : ''}</Problem>
      <details class="fold">
        <summary>Where do I find my key?</summary>
        <WhereIsMyKey />
      </details>
      <p class="note">{host.keyNote}</p>
      {bulk !== undefined && readPractice !== undefined && (
        <div class="practice">
          <h3>No key yet?</h3>
          <p class="hint">Try Trace on 12 sample companies, free.</p>
          <PressButton isOff={isBusy} onPress={() => addPractice(bulk, readPractice)}>
            Add a practice sheet
          </PressButton>
          <Outcome {...practice} />
        </div>
      )}
      <button type="button" class="link" disabled={isBusy} onClick={() => goWithout(tab)}>
        Continue without a key
      </button>
    </section>
  );
}

/** Shown until the host has answered, or why it did not. */
export function KeyOpening() {
  const { keys } = usePanel();
  const { errand, problem } = keys.state;
  return (
    <section class="opening key-place" aria-label="Trace">
      <KeyStatusLine />
      {errand === null && (
        <button type="button" class="main" onClick={keys.check}>
          Retry
        </button>
      )}
      <Problem>{problem?.sentence}</Problem>
    </section>
  );
}

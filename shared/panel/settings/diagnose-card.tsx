import { useRef, useState, useEffect } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import type { BulkHost } from '../bulk-host';
import { count } from '../common/words';
import { placeOf } from '../common/insert/insertion';
import { copyFrom } from '../common/browser';
import { Outcome, Said, useErrand } from '../common/outcome';
import type { PanelHost } from '../panel-host';
import type { PanelAnswer } from '../protocol';
import { usePanel } from '../state/panel-state';
import { toRetryText } from '../state/retry-text';
import { examine, type Examined } from './examine';
import { clearPastedKeys } from './pasted-keys';
import { toFindings, type Fix } from './findings';
import { toReport } from './report';
import { takeErrand } from '../state/last-tab';
import { insertSelfTest } from '../common/practice';
import { ShowCell } from '../common/cell-list';
import { Check } from '../common/fields/controls';

interface DiagnoseCardProps {
  readonly bulk: BulkHost;
}

/** Looks for what is wrong, with one fix each, and a report for support. */
export function DiagnoseCard({ bulk }: DiagnoseCardProps) {
  const { host, open, openKey } = usePanel();
  const [examined, setExamined] = useState<Examined | null>(null);
  const errand = useErrand();
  const findings = examined === null ? [] : toFindings(examined);
  const examineFile = async (before = ''): Promise<void> => {
    errand.begin('Checking the key, the service and this file…');
    const next = await examine(host, bulk, Date.now);
    const found = toFindings(next).length;
    setExamined(next);
    const result = found === 0 ? 'Everything works.' : `${count(found, 'thing needs', 'things need')} your attention.`;
    errand.end(before === '' ? result : `${before} ${result}`);
  };
  const fix = async (what: Fix): Promise<void> => {
    if (what === 'key') return openKey();
    if (what === 'waiting') return open('activity', '#tab-activity');
    if (what === 'reconnect') return open('settings', '#reconnect-title');
    errand.begin('Repairing…');
    const done = what === 'recalculate' ? await recalculate(host) : await clearKeys(bulk, examined);
    if (done.ok) return examineFile(done.value);
    errand.fail(done.sentence);
  };
  return (
    <section aria-labelledby="diagnose-title">
      <div class="action-row">
        <div>
          <h2 id="diagnose-title">Diagnose</h2>
          <p class="hint">Checks the key, the service and this file. Free, changes nothing.</p>
        </div>
        <PressButton isOff={errand.isBusy} onPress={() => void examineFile()}>
          Diagnose
        </PressButton>
      </div>
      <Outcome {...errand} />
      {findings.length > 0 && (
        <ul class="diagnose-list" aria-label="Findings">
          {findings.map((finding) => (
            <li key={finding.title}>
              <strong>{finding.title}</strong>
              <p class="hint">{finding.text}</p>
              {finding.fix !== null && (
                <PressButton isOff={errand.isBusy} onPress={() => void fix(finding.fix!)}>
                  {finding.button}
                </PressButton>
              )}
              {finding.cell !== undefined && <ShowCell bulk={bulk} cell={finding.cell} />}
            </li>
          ))}
        </ul>
      )}
      {examined !== null && <Report examined={examined} />}
      {host.readPractice !== undefined && <SelfTest bulk={bulk} readPractice={host.readPractice} />}
    </section>
  );
}

function Report({ examined }: { readonly examined: Examined }) {
  const [withCells, setWithCells] = useState(false);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <details class="fold">
      <summary>Details for support</summary>
      <p class="hint">Without your key and without contents of your cells.</p>
      <Check isChecked={withCells} onCheck={setWithCells}>
        Include the problems that cells show, which may name companies
      </Check>
      <textarea
        ref={field}
        class="text diagnose-report"
        aria-label="Details"
        rows={8}
        readOnly
        value={toReport(examined, toFindings(examined), withCells)}
      />
      <div class="buttons">
        <button
          type="button"
          onClick={() =>
            setSaid(
              field.current !== null && copyFrom(field.current)
                ? 'Details copied.'
                : 'The details are selected. Copy them with Ctrl+C or ⌘C.',
            )
          }
        >
          Copy details
        </button>
      </div>
      <Said style="hint">{said}</Said>
    </details>
  );
}

async function recalculate(host: PanelHost): Promise<PanelAnswer<string>> {
  const answer = await host.ask('retryProblems');
  return answer.ok ? { ok: true, value: toRetryText(answer.value) } : answer;
}

async function clearKeys({ ports }: BulkHost, examined: Examined | null): Promise<PanelAnswer<string>> {
  const cells = examined?.keys.ok === true ? examined.keys.value : [];
  const ended = await attempt(() => clearPastedKeys(ports.sheet, cells));
  if (!ended.ok) return { ok: false, sentence: say(ended.error, 'action') };
  const { cleared, left } = ended.value;
  const names = cleared.map(placeOf);
  const did =
    cleared.length === 0
      ? 'No cell was cleared.'
      : `Cleared ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`;
  return {
    ok: true,
    value: left === 0 ? did : `${did} ${count(left, 'cell', 'cells')} could not be cleared: protected or changed.`,
  };
}

interface SelfTestProps {
  readonly bulk: BulkHost;
  readonly readPractice: NonNullable<PanelHost['readPractice']>;
}

/** Adds a sheet that shows whether each function answers as it should. */
function SelfTest({ bulk, readPractice }: SelfTestProps) {
  const errand = useErrand();
  const insert = (): void =>
    void errand.attempt('Adding the sheet…', async () => {
      const name = await insertSelfTest(bulk, await readPractice());
      return `Added the sheet ${name}. Each result in it should turn green.`;
    });
  useEffect(() => {
    if (takeErrand('selfTest')) insert();
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
        <PressButton isOff={errand.isBusy} onPress={insert}>
          Insert self-test
        </PressButton>
      </div>
      <Outcome {...errand} />
    </>
  );
}

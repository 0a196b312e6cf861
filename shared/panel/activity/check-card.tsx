import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { readInput } from '../../cells/inputs';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { CompanyField } from '../common/company-field';
import { PressButton } from '../common/press-button';
import { SelectedCompanies, useSelectedCompanies } from '../common/selection/selected-companies';
import { useSheet } from '../common/sheet';
import { count } from '../common/words';
import { usePanel } from '../state/panel-state';
import { OldAnswersFold } from './old-answers-fold';
import { RescanView } from './rescan-view';
import { useRescan } from './use-rescan';

/** Twenty jobs, and as much as every host keeps for the file. */
const MOST_COMPANIES = 2_000;

/** Rescans companies for free, updates their answers, and shows what changed. */
export function CheckCard() {
  const { sees, toCheck } = usePanel();
  const isOn = sees('activity');
  const { host: bulk } = useSheet();
  const [from, setFrom] = useState<'selection' | 'one'>('selection');
  const rescan = useRescan(isOn);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (toCheck === null) return;
    setFrom('one');
    setTyped(toCheck.domain);
  }, [toCheck]);
  const { isStarting, start } = rescan;
  return (
    <section aria-labelledby="check-title">
      <h2 id="check-title" tabIndex={-1}>
        Check for changes
      </h2>
      <p class="hint">Rescan companies for free, then update their answers and see what changed.</p>
      <fieldset class="bare">
        <legend>Companies</legend>
        <div class="check-from">
          <label class="choice">
            <input
              type="radio"
              name="check-from"
              checked={from === 'selection'}
              onChange={() => setFrom('selection')}
            />
            Selected cells
          </label>
          <label class="choice">
            <input type="radio" name="check-from" checked={from === 'one'} onChange={() => setFrom('one')} />
            One company
          </label>
        </div>
      </fieldset>
      {from === 'selection' ? (
        <SelectionPart isOn={isOn} isStarting={isStarting} start={start} />
      ) : (
        <OneCompany typed={typed} setTyped={setTyped} isStarting={isStarting} start={start} />
      )}
      <p role="status" class={rescan.isStarting ? 'is-busy' : ''}>
        {rescan.isStarting && 'Asking Trace…'}
      </p>
      <p role="alert" class="problem">
        {rescan.problem}
      </p>
      {rescan.rescans?.map((each) => (
        <RescanView
          key={each.id}
          rescan={each}
          isOn={isOn}
          onKeep={rescan.keep}
          onDrop={() => rescan.drop(each)}
          onSendRest={() => rescan.sendRest(each)}
        />
      ))}
      {(rescan.rescans?.length ?? 0) > 0 && <p class="note">{bulk.notesNote}</p>}
    </section>
  );
}

type Starting = Pick<ReturnType<typeof useRescan>, 'isStarting' | 'start'>;

interface SelectionProps extends Starting {
  /** Whether the user sees the tab. */
  readonly isOn: boolean;
}

function SelectionPart({ isOn, isStarting, start }: SelectionProps) {
  const companies = useSelectedCompanies(isOn, MOST_COMPANIES);
  const { domains } = companies;
  return (
    <>
      <SelectedCompanies id="check-domains" companies={companies} />
      {domains.length > 0 && (
        <div class="buttons">
          <PressButton isMain isOff={isStarting} onPress={() => void start(domains)}>
            Rescan {count(domains.length, 'company', 'companies')} · free
          </PressButton>
        </div>
      )}
      {domains.length > 0 && <OldAnswersFold domains={domains} isOn={isOn} />}
    </>
  );
}

interface OneCompanyProps extends Starting {
  readonly typed: string;
  readonly setTyped: (next: string | ((now: string) => string)) => void;
}

function OneCompany({ typed, setTyped, isStarting, start }: OneCompanyProps) {
  const [slip, setSlip] = useState('');
  const startTyped = async (): Promise<void> => {
    const input = readInput(typed);
    if (input.is === 'blank') return setSlip('Type a domain, such as stripe.com.');
    if (input.is === 'problem') return setSlip(sentenceInPanel(input.error));
    if (readDomain(input.identifier) === null) return setSlip('Type the company’s domain, such as stripe.com.');
    setSlip('');
    // The user may be typing another company.
    if (await start([input.identifier])) setTyped((now) => (now === typed ? '' : now));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void startTyped();
      }}
    >
      <CompanyField id="check-company" text={typed} slip={slip} onType={setTyped}>
        <PressButton isOff={isStarting}>Rescan · free</PressButton>
      </CompanyField>
    </form>
  );
}

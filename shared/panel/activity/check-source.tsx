import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/panel-state';
import { EnrichedSource, FileSource } from './found-source';
import { ListSource } from './list-source';
import { MOST_COMPANIES, type SourceProps, StartRescan } from './start-rescan';
import { readDomain } from '../../cells/identifier';
import { readInput } from '../../cells/inputs';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { CompanyField } from '../common/fields/company-field';
import { PressButton } from '../common/press-button';
import { SelectedCompanies, useSelectedCompanies } from '../common/selection/selected-companies';
import { Form, Select } from '../common/fields/controls';

const SOURCES = [
  ['selection', 'Selected cells'],
  ['enriched', 'Enriched column'],
  ['list', 'A list'],
  ['file', 'All companies of this file'],
  ['one', 'One company'],
] as const;

type Source = (typeof SOURCES)[number][0];

/** Where the companies to check come from, and the button that rescans them. */
export function CheckSource(props: SourceProps) {
  const { toCheck } = usePanel();
  const [chosen, setChosen] = useState<{ readonly after: typeof toCheck; readonly source: Source } | null>(null);
  // What another part of the panel asks for counts until the user chooses something else.
  const source = chosen?.after === toCheck ? chosen.source : (toCheck?.from ?? chosen?.source ?? 'selection');
  const choose = (next: Source): void => setChosen({ after: toCheck, source: next });
  const onSelect = (): void => choose('selection');
  return (
    <>
      <div class="row">
        <label for="check-from">Companies</label>
        <Select id="check-from" class="wide" value={source} choices={SOURCES} onChoose={choose} />
      </div>
      {source === 'selection' && <SelectionSource {...props} />}
      {source === 'enriched' && <EnrichedSource {...props} onSelect={onSelect} />}
      {source === 'list' && <ListSource {...props} />}
      {source === 'file' && <FileSource {...props} onSelect={onSelect} />}
      {source === 'one' && <OneCompany {...props} />}
    </>
  );
}

/** A company that the user types. */
function OneCompany({ isStarting, start }: SourceProps) {
  const { toCheck } = usePanel();
  const [typed, setTyped] = useState('');
  const [slip, setSlip] = useState('');
  useEffect(() => {
    if (toCheck?.from === 'one') setTyped(toCheck.domain);
  }, [toCheck]);
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
    <Form onSubmit={() => void startTyped()}>
      <CompanyField id="check-company" text={typed} slip={slip} onType={setTyped}>
        <PressButton isOff={isStarting}>Rescan · free</PressButton>
      </CompanyField>
    </Form>
  );
}

/** The companies of the selected cells. */
function SelectionSource(props: SourceProps) {
  const companies = useSelectedCompanies(props.isOn, MOST_COMPANIES);
  const { domains } = companies;
  return (
    <>
      <SelectedCompanies id="check-domains" companies={companies} />
      {domains.length > 0 && <StartRescan {...props} domains={domains} />}
    </>
  );
}

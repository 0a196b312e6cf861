import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { readInput } from '../../cells/inputs';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { CompanyField } from '../common/company-field';
import { PressButton } from '../common/press-button';
import { usePanel } from '../state/panel-state';
import type { SourceProps } from './start-rescan';

/** A company that the user types. */
export function OneCompany({ isStarting, start }: SourceProps) {
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

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RunPorts } from '../../enrich/sheet/ports';
import { say } from '../../errors/say';
import { notesBookOf } from '../common/notes-book';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { count, isolated } from '../common/words';
import { findEnrichedColumn, findFileCompanies } from './file-companies';
import { MOST_COMPANIES, StartRescan, type SourceProps } from './start-rescan';
import { Said } from '../common/outcome';
import { LOADING, type Remote } from '../lists/remote';

interface Props extends SourceProps {
  /** Leads to the selected cells instead. */
  readonly onSelect: () => void;
}

/** The companies of the last enrichment. */
export function EnrichedSource(props: Props) {
  const found = useFound(props.isOn, findEnrichedColumn);
  const column = found.is === 'ready' ? found.value : null;
  return (
    <Found
      {...props}
      found={found}
      domains={column?.domains ?? []}
      title={
        column === null
          ? ''
          : `${isolated(column.sheetName)}${column.title === null ? '' : ` › ${isolated(column.title)}`} · ${count(column.domains.length, 'company', 'companies')}`
      }
      none="This file keeps no enrichment. Select the column instead."
    >
      <p class="hint">Enrich the column again afterwards: its cells keep their values until then.</p>
    </Found>
  );
}

/** All companies of the file that have an answer. */
export function FileSource(props: Props) {
  const { host } = useSheet();
  const found = useFound(props.isOn, async (ports) => {
    const { check } = await notesBookOf(host).read();
    return findFileCompanies(ports, host, check?.atMs ?? 0);
  });
  const domains = found.is === 'ready' ? (found.value?.domains ?? []) : [];
  return (
    <Found
      {...props}
      found={found}
      domains={domains}
      title={count(domains.length, 'company has an answer', 'companies have an answer')}
      none="No company of this file has an answer yet. Select a column instead."
    >
      <p class="hint">{host.answeredNote}</p>
    </Found>
  );
}

/** Looks each time that the user comes to the tab. */
function useFound<T>(isOn: boolean, find: (ports: RunPorts) => Promise<T>): Remote<T> {
  const engine = useSheet();
  const [found, setFound] = useState<Remote<T>>(LOADING);
  useEffect(() => {
    if (!isOn) return undefined;
    let isStill = true;
    void engine.beside(find).then((ended) => {
      if (!isStill) return;
      setFound(ended.ok ? { is: 'ready', value: ended.value } : { is: 'failed', sentence: say(ended.error, 'action') });
    });
    return () => void (isStill = false);
  }, [engine, isOn]);
  return found;
}

interface FoundProps extends Props {
  readonly found: Remote<unknown>;
  /** The ones with the oldest answers first. */
  readonly domains: readonly string[];
  /** Where they are, and how many. */
  readonly title: string;
  /** Said if there are none. */
  readonly none: string;
  readonly children: ComponentChildren;
}

function Found({ found, domains, title, none, children, onSelect, ...props }: FoundProps) {
  if (found.is === 'loading') {
    return <Said style="is-busy">Reading this file…</Said>;
  }
  if (found.is === 'failed' || domains.length === 0) {
    return (
      <>
        <p role={found.is === 'failed' ? 'alert' : 'status'} class={found.is === 'failed' ? 'problem' : 'hint'}>
          {found.is === 'failed' ? found.sentence : none}
        </p>
        <div class="buttons">
          <PressButton onPress={onSelect}>Use selected cells</PressButton>
        </div>
      </>
    );
  }
  return (
    <>
      <p class="source">
        <b>{title}</b>
      </p>
      {children}
      {domains.length > MOST_COMPANIES && (
        <p class="hint">
          The {MOST_COMPANIES.toLocaleString('en-US')} with the oldest answers are used. Check the others afterwards.
        </p>
      )}
      <StartRescan {...props} domains={domains.slice(0, MOST_COMPANIES)} />
    </>
  );
}

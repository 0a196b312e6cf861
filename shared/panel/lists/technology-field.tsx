import { useEffect, useRef, useState } from 'preact/hooks';
import { readTechnology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { fetchKind } from '../../bulk/fetch/fetch-kind';
import { catalogueRun } from '../../bulk/plan/catalogue-run';
import type { RunPorts } from '../../bulk/sheet/ports';
import type { BulkEngine } from '../bulk/bulk-engine';
import type { ComboOption } from '../bulk/combo-option';
import { Combobox } from '../bulk/combobox';

interface Props {
  readonly engine: BulkEngine;
  /** The slug of the technology, or what was typed. */
  readonly text: string;
  readonly onType: (text: string) => void;
}

const ASK_AFTER_MS = 300;
const MOST_SHOWN = 8;

/** A technology, from the catalogue as somebody types. Free. */
export function TechnologyField({ engine, text, onType }: Props) {
  const [options, setOptions] = useState<readonly ComboOption[]>([]);
  const [note, setNote] = useState('');
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const own = newest.current;
    const typed = text.trim();
    if (typed.length < 2) return setOptions([]);
    const timer = setTimeout(() => {
      void engine
        .beside((ports) => findTechnologies(ports, typed))
        .then((ended) => {
          if (own !== newest.current) return;
          const found = ended.ok ? ended.value : null;
          setOptions(found ?? []);
          setNote(
            found === null
              ? 'The catalog could not be reached. Type the exact name.'
              : found.length === 0
                ? 'Trace knows no such technology.'
                : '',
          );
        });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, text]);
  return (
    <Combobox
      id="list-technology"
      label="Technology"
      placeholder="Such as Shopify"
      text={text}
      groups={options.length === 0 ? [] : [{ label: 'Technologies', options }]}
      takesFirst={false}
      note={text.trim().length < 2 ? '' : note}
      onType={onType}
      onChoose={(option) => {
        onType(option.id);
        return false;
      }}
      onEnter={() => undefined}
      onBack={() => undefined}
    />
  );
}

/** `null`: the catalogue could not be asked. */
async function findTechnologies(ports: RunPorts, text: string): Promise<readonly ComboOption[] | null> {
  const run = await catalogueRun(ports);
  if (run === null) return null;
  const { operation, path } = searchTechnologies(text, null);
  const question = toQuestionText({ operation, path, paging: 'page', top: MOST_SHOWN, mayBeOne: false });
  const outcome = (await fetchKind(run, 'rows', [question])).get(question);
  if (outcome?.is === 'notTracked') return [];
  if (outcome?.is !== 'found') return null;
  return (outcome.record as RowsRecord).rows.flatMap((row) => {
    const { slug, name } = readTechnology(row) ?? {};
    const id = slug ?? name;
    return typeof id === 'string' ? [{ id, label: typeof name === 'string' ? name : id, isOff: false }] : [];
  });
}

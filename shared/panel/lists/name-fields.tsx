import { withSeen, type SeenKind } from '../../enrich/plan/seen-names';
import { Combobox } from '../common/fields/combobox';
import { CATALOG_UNREACHED, useNames } from '../common/use-names';
import { useEditedDefinition } from './edited-definition';
import { lastTyped, withName } from './definition-words';
import { useEffect, useState } from 'preact/hooks';
import { readTechnology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { fetchKind } from '../../enrich/fetch/fetch-kind';
import { catalogueRun } from '../../enrich/plan/catalogue-run';
import type { RunPorts } from '../../enrich/sheet/ports';
import type { ComboOption } from '../common/fields/combo-option';
import { useSheet } from '../common/sheet';
import { useNewest } from '../common/late-answers';

interface ValueFieldProps {
  readonly kind: SeenKind;
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly isList: boolean;
  readonly onType: (text: string) => void;
}

const TITLES: Readonly<Record<SeenKind, string>> = {
  technology: 'Technologies',
  category: 'Categories',
  vendor: 'Vendors',
  country: 'Countries',
  industry: 'Industries',
};
/** The limit of a text, which may hold several values. */
const MOST_CHARACTERS = 10_000;
const MOST_SEEN = 20;

/** A condition's value, with names of the catalog and of saved answers. Free, and any other text may be typed. */
export function ValueField({ kind, id, label, placeholder, text, isList, onType }: ValueFieldProps) {
  const { seen } = useEditedDefinition();
  const last = lastTyped(text, isList);
  const isAsked = (kind === 'vendor' || kind === 'category') && last.length >= LEAST_TYPED;
  const told = useNames(isAsked ? kind : null, last);
  const technologies = useTechnologies(kind === 'technology' ? last : '');
  const names = withSeen(seen[kind], told.names, last, MOST_SEEN);
  const options =
    kind === 'technology' ? technologies.options : names.map((name) => ({ id: name, label: name, isOff: false }));
  return (
    <Combobox
      id={id}
      label={label}
      hidesLabel
      longest={MOST_CHARACTERS}
      placeholder={placeholder}
      text={text}
      groups={options.length === 0 ? [] : [{ label: TITLES[kind], options }]}
      takesFirst={last !== ''}
      isInFlow
      note={kind === 'technology' ? technologies.note : told.isReached ? '' : CATALOG_UNREACHED}
      onType={onType}
      onChoose={(option) => {
        onType(withName(text, option.id, isList));
        return false;
      }}
    />
  );
}

interface TechnologyFieldProps {
  /** The slug of the technology, or what was typed. */
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** A technology, from the catalog while a person types. Free. */
export function TechnologyField({ text, onType }: TechnologyFieldProps) {
  const { options, note } = useTechnologies(text);
  return (
    <Combobox
      id="list-technology"
      label="Technology"
      placeholder="Such as Shopify"
      text={text}
      groups={options.length === 0 ? [] : [{ label: 'Technologies', options }]}
      takesFirst
      isInFlow
      note={note}
      onType={onType}
      onChoose={(option) => {
        onType(option.id);
        return false;
      }}
    />
  );
}

interface TechnologiesTyped {
  /** By slug. */
  readonly options: readonly ComboOption[];
  /** Why there are none; `''`: there are, or too little was typed. */
  readonly note: string;
}

const NOTHING: TechnologiesTyped = { options: [], note: '' };
const ASK_AFTER_MS = 300;
const MOST_SHOWN = 8;
const LEAST_TYPED = 2;

/** Technologies of the catalog for what is typed. Free. */
function useTechnologies(text: string): TechnologiesTyped {
  const engine = useSheet();
  const [found, setFound] = useState(NOTHING);
  const begin = useNewest();
  useEffect(() => {
    const isNewest = begin();
    const typed = text.trim();
    if (typed.length < LEAST_TYPED) return setFound(NOTHING);
    const timer = setTimeout(() => {
      void engine
        .beside((ports) => findTechnologies(ports, typed))
        .then((ended) => {
          if (isNewest()) setFound(toTyped(ended.ok ? ended.value : null));
        });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, text]);
  return found;
}

function toTyped(options: readonly ComboOption[] | null): TechnologiesTyped {
  if (options === null) return { options: [], note: CATALOG_UNREACHED };
  return { options, note: options.length === 0 ? 'Trace knows no such technology.' : '' };
}

/** `null`: the catalog could not be asked. */
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

import { withSeen, type SeenKind, type SeenNames } from '../../enrich/plan/seen-names';
import type { BulkEngine } from '../bulk/bulk-engine';
import { Combobox } from '../bulk/combobox';
import { CATALOG_UNREACHED, useNames } from '../bulk/use-names';
import { useTechnologies } from './use-technologies';
import { lastTyped, withName } from './value-names';

/** Where names for values come from. */
export interface NameSource {
  readonly engine: BulkEngine;
  readonly seen: SeenNames;
}

interface Props {
  readonly from: NameSource;
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
const LEAST_TYPED = 2;
/** Several values stand in one text. */
const MOST_CHARACTERS = 10_000;
const MOST_SEEN = 20;

/** A condition's value, with names of the catalogue and of saved answers. Free, and any other text may be typed. */
export function ValueField({ from: { engine, seen }, kind, id, label, placeholder, text, isList, onType }: Props) {
  const last = lastTyped(text, isList);
  const isAsked = (kind === 'vendor' || kind === 'category') && last.length >= LEAST_TYPED;
  const told = useNames(engine, isAsked ? kind : null, last);
  const technologies = useTechnologies(engine, kind === 'technology' ? last : '');
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
      takesFirst={false}
      note={kind === 'technology' ? technologies.note : told.isReached ? '' : CATALOG_UNREACHED}
      onType={onType}
      onChoose={(option) => {
        onType(withName(text, option.id, isList));
        return false;
      }}
      onEnter={() => undefined}
      onBack={() => undefined}
    />
  );
}

import type { BulkEngine } from '../bulk/bulk-engine';
import { Combobox } from '../bulk/combobox';
import { useTechnologies } from './use-technologies';

interface Props {
  readonly engine: BulkEngine;
  /** The slug of the technology, or what was typed. */
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** A technology, from the catalogue as somebody types. Free. */
export function TechnologyField({ engine, text, onType }: Props) {
  const { options, note } = useTechnologies(engine, text);
  return (
    <Combobox
      id="list-technology"
      label="Technology"
      placeholder="Such as Shopify"
      text={text}
      groups={options.length === 0 ? [] : [{ label: 'Technologies', options }]}
      takesFirst={false}
      note={note}
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

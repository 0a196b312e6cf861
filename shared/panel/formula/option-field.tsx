import type { OptionName } from '../../catalogue/options';
import type { FunctionSpec } from '../../catalogue/types';
import type { NameKind } from '../../functions/name-verdict';
import type { BulkEngine } from '../bulk/bulk-engine';
import { NameField } from './argument-field';
import { OPTION_CHOICES, OPTION_TITLES } from './param-titles';

interface Props {
  readonly engine: BulkEngine;
  readonly spec: FunctionSpec;
  readonly name: OptionName;
  readonly about: string;
  readonly example: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const KINDS: Readonly<Partial<Record<OptionName, NameKind>>> = {
  technology: 'technology',
  vendor: 'vendor',
  category: 'category',
};

/** One option of a formula; `''`: as usual. */
export function OptionField({ engine, spec, name, about, example, text, onChange }: Props) {
  const id = `formula-option-${name}`;
  const choices = choicesOf(spec, name);
  return (
    <div class="formula-field">
      <label for={id}>{OPTION_TITLES[name]}</label>
      {choices === null ? (
        <NameField
          id={id}
          engine={engine}
          kind={KINDS[name] ?? null}
          text={text}
          placeholder={usualOf(spec, name) ?? example.slice(name.length + 1).replace(/^'(.*)'$/, '$1')}
          onType={onChange}
        />
      ) : (
        <select
          id={id}
          aria-describedby={`${id}-about`}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          <option value="">As usual</option>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <p id={`${id}-about`} class="hint">
        {about}
      </p>
    </div>
  );
}

function choicesOf({ fields, headers }: FunctionSpec, name: OptionName) {
  // The usual one of a table is a header row.
  if (name === 'headers') return OPTION_CHOICES.headers!.filter(([value]) => value !== String(headers));
  if (name !== 'sort') return OPTION_CHOICES[name] ?? null;
  const sortable = fields.some(({ kind }) => kind === 'list') ? fields.filter(({ kind }) => kind === 'list') : fields;
  return sortable.flatMap((field) => [
    [field.name, `${field.name}, first to last`] as const,
    [`-${field.name}`, `${field.name}, last to first`] as const,
  ]);
}

function usualOf({ top }: FunctionSpec, name: OptionName): string | null {
  if (name !== 'top') return null;
  return top.usual === null ? 'All' : String(top.usual);
}

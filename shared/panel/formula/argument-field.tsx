import type { ParamSpec } from '../../catalogue/types';
import type { BulkEngine } from '../bulk/bulk-engine';
import { CATALOG_UNREACHED, useNames } from '../bulk/use-names';
import type { NameKind } from '../../functions/name-verdict';
import { isReference } from './cell-reference';
import { titleOfParam } from './param-titles';

interface Props {
  readonly engine: BulkEngine;
  readonly param: ParamSpec;
  readonly about: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Takes the cells that are selected; absent: not for this one. */
  readonly onUseSelection?: () => void;
}

const KINDS: Readonly<Record<string, NameKind>> = { technology: 'technology', vendor: 'vendor' };

/** One argument of a formula: cells, a company, a name or a text. */
export function ArgumentField({ engine, param, about, text, onType, onUseSelection }: Props) {
  const { name, optional, example } = param;
  const id = `formula-${name}`;
  return (
    <div class="formula-field">
      <label for={id}>
        {titleOfParam(param)}
        {optional && <span class="quiet-word"> optional</span>}
      </label>
      <div class="formula-line">
        <NameField
          id={id}
          engine={engine}
          kind={KINDS[name] ?? null}
          text={text}
          placeholder={example.replace(/^"|"$/g, '')}
          onType={onType}
        />
        {onUseSelection !== undefined && (
          <button type="button" onClick={onUseSelection}>
            Use selection
          </button>
        )}
      </div>
      <p id={`${id}-about`} class="hint">
        {about}
        {param.takes === 'text' && isReference(text) ? ` Type =${text.trim()} to use the cell.` : ''}
      </p>
    </div>
  );
}

interface NameProps {
  readonly id: string;
  readonly engine: BulkEngine;
  /** What the catalogue is asked for; `null`: nothing. */
  readonly kind: NameKind | null;
  readonly text: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
}

/** A text field that suggests names of the catalogue while somebody types. Free. */
export function NameField({ id, engine, kind, text, placeholder, onType }: NameProps) {
  const typed = text.trim();
  const { names, isReached } = useNames(engine, typed.length > 1 && !typed.startsWith('=') ? kind : null, typed);
  return (
    <>
      <input
        id={id}
        class="text"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={300}
        placeholder={placeholder}
        value={text}
        aria-describedby={`${id}-about`}
        {...(kind === null ? {} : { list: `${id}-names` })}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      {kind !== null && (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {kind !== null && (
        <p role="status" class="hint">
          {isReached ? '' : CATALOG_UNREACHED}
        </p>
      )}
    </>
  );
}

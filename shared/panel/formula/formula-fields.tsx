import type { ParamSpec, FunctionSpec } from '../../catalogue/types';
import { CATALOG_UNREACHED, useNames } from '../common/use-names';
import { columnName } from '../common/words';
import type { NameKind } from '../../functions/names/name-verdict';
import { KINDS_OF_OPTIONS, KINDS_OF_PARAMS } from './check-names';
import { isReference } from './draft';
import { titleOfParam, OPTION_CHOICES, OPTION_TITLES } from './param-titles';
import type { OptionName } from '../../catalogue/options';
import { Check, Select, TextField } from '../common/fields/controls';
import { Said } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** A column of the sheet with something in it. Columns count from 0. */
export interface SheetColumn {
  readonly column: number;
  readonly title: string;
}

interface ArgumentFieldProps {
  readonly param: ParamSpec;
  readonly about: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Columns of the sheet to choose from; absent: not for this one. */
  readonly columns?: readonly SheetColumn[];
  readonly onUseColumn?: (column: number) => void;
  /** Takes the cells that are selected; absent: not for this one. */
  readonly onUseSelection?: () => void;
}

/** One argument of a formula: cells, a company, a name or a text. */
export function ArgumentField({
  param,
  about,
  text,
  onType,
  columns = [],
  onUseColumn,
  onUseSelection,
}: ArgumentFieldProps) {
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
          kind={KINDS_OF_PARAMS[name] ?? null}
          text={text}
          placeholder={example.replace(/^"|"$/g, '')}
          onType={onType}
        />
        {onUseSelection !== undefined && <PressButton onPress={onUseSelection}>Use selection</PressButton>}
      </div>
      {columns.length > 0 && onUseColumn !== undefined && (
        <Select
          aria-label={`${titleOfParam(param)}: column of the sheet`}
          value={null}
          choices={[[null, 'Use a column of the sheet…'], ...columns.map(toColumnChoice)]}
          onChoose={(column) => column !== null && onUseColumn(column)}
        />
      )}
      <p id={`${id}-about`} class="hint">
        {about}
        {param.takes === 'text' && isReference(text) ? ` Type =${text.trim()} to use the cell.` : ''}
      </p>
    </div>
  );
}

function toColumnChoice({ column, title }: SheetColumn): readonly [column: number, label: string] {
  const name = columnName(column);
  return [column, title.trim() === '' ? name : `${name}: ${title.trim()}`];
}

interface NameProps {
  readonly id: string;
  /** What the catalog is asked for; `null`: nothing. */
  readonly kind: NameKind | null;
  readonly text: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
}

/** A text field that suggests names from the catalog while the user types. Free. */
export function NameField({ id, kind, text, placeholder, onType }: NameProps) {
  const typed = text.trim();
  const { names, isReached } = useNames(typed.length > 1 && !typed.startsWith('=') ? kind : null, typed);
  return (
    <>
      <TextField
        id={id}
        spellcheck={false}
        maxLength={300}
        placeholder={placeholder}
        aria-describedby={`${id}-about`}
        {...(kind === null ? {} : { list: `${id}-names` })}
        text={text}
        onType={onType}
      />
      {kind !== null && (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {kind !== null && <Said style="hint">{isReached ? '' : CATALOG_UNREACHED}</Said>}
    </>
  );
}

interface OptionFieldProps {
  readonly spec: FunctionSpec;
  readonly name: OptionName;
  readonly about: string;
  readonly example: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** One option of a formula; `''`: as usual. */
export function OptionField({ spec, name, about, example, text, onChange }: OptionFieldProps) {
  const id = `formula-option-${name}`;
  const choices = choicesOf(spec, name);
  return (
    <div class="formula-field">
      <label for={id}>{OPTION_TITLES[name]}</label>
      {choices === null ? (
        <NameField
          id={id}
          kind={KINDS_OF_OPTIONS[name] ?? null}
          text={text}
          placeholder={usualOf(spec, name) ?? example.slice(name.length + 1).replace(/^'(.*)'$/, '$1')}
          onType={onChange}
        />
      ) : (
        <Select
          id={id}
          aria-describedby={`${id}-about`}
          value={text}
          choices={[['', 'Default'], ...choices]}
          onChoose={onChange}
        />
      )}
      <p id={`${id}-about`} class="hint">
        {about}
      </p>
    </div>
  );
}

function choicesOf({ fields, headers, layouts }: FunctionSpec, name: OptionName) {
  // The usual one of a table is a header row.
  if (name === 'headers') return OPTION_CHOICES.headers!.filter(([value]) => value !== String(headers));
  if (name === 'layout') return OPTION_CHOICES.layout!.filter(([value]) => layouts?.some((each) => each === value));
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

interface FieldsChoiceProps {
  readonly spec: FunctionSpec;
  /** By name. */
  readonly abouts: Readonly<Record<string, string>>;
  /** In the order of their columns. */
  readonly fields: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

/** The fields of a formula. They become columns in the order in which they are chosen. */
export function FieldsChoice({ spec, abouts, fields, onChange }: FieldsChoiceProps) {
  const toggle = (name: string): void =>
    onChange(fields.includes(name) ? fields.filter((each) => each !== name) : [...fields, name]);
  const shown = fields.length > 0 ? fields : spec.defaultFields;
  return (
    <details class="fold">
      <summary>
        Fields <span class="quiet-word">{shown.join(', ')}</span>
      </summary>
      <fieldset class="bare formula-fields">
        <legend class="unseen">Fields</legend>
        {spec.fields.map(({ name }) => {
          const at = fields.indexOf(name);
          return (
            <Check key={name} isChecked={at >= 0} onCheck={() => toggle(name)}>
              <span>
                <code>{name}</code>
                {at >= 0 && fields.length > 1 && <span class="badge">{at + 1}</span>}
                <span class="hint"> {abouts[name]}</span>
              </span>
            </Check>
          );
        })}
      </fieldset>
    </details>
  );
}

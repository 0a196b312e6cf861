import type { FunctionSpec } from '../../catalogue/types';

interface Props {
  readonly spec: FunctionSpec;
  /** By name. */
  readonly abouts: Readonly<Record<string, string>>;
  /** In the order of their columns. */
  readonly fields: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

/** The fields of a formula. They become columns in the order in which they are chosen. */
export function FieldsChoice({ spec, abouts, fields, onChange }: Props) {
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
            <label key={name} class="choice">
              <input type="checkbox" checked={at >= 0} onChange={() => toggle(name)} />
              <span>
                <code>{name}</code>
                {at >= 0 && fields.length > 1 && <span class="badge">{at + 1}</span>}
                <span class="hint"> {abouts[name]}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}

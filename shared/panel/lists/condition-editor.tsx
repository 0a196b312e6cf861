import { useState } from 'preact/hooks';
import type { FilterField } from '../../client/resources/list-answers';
import { replaceAt, setPart, type NodeView, type Path, type Tree } from './definition-tree';
import {
  operatorWords,
  titleOf,
  seenKindOf,
  convertValue,
  kindOf,
  readTypedText,
  toTypedText,
} from './definition-words';
import { useEditedDefinition } from './edited-definition';
import { ValueField } from './name-fields';
import { Select, TextField } from '../common/fields/controls';

interface Props {
  readonly view: Extract<NodeView, { is: 'condition' }>;
  readonly path: Path;
  /** `null`: it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** A field, an operator and a value. A choice that the catalog does not know is offered too while it is chosen. */
export function ConditionEditor({ view, path, onRemove }: Props) {
  const { fields, root, onChange } = useEditedDefinition();
  const known = fields.fields?.find(({ name }) => name === view.field);
  const kind = kindOf(view.operator, known?.type ?? null, view.value);
  const written = toTypedText(view.value);
  const [typed, setTyped] = useState(written ?? '');
  /** Keeps what the user types, such as the comma of `1,`; shows a value that came from elsewhere. */
  const isOwn = JSON.stringify(readTypedText(typed, kind)) === JSON.stringify(view.value);
  const place = `condition ${path.map((at) => at + 1).join('.') || '1'}`;
  const named = seenKindOf(view.field, known?.type ?? null);
  const type = (value: string): void => {
    setTyped(value);
    onChange(setPart(root, path, 'value', readTypedText(value, kind)));
  };
  const shown = isOwn ? typed : (written ?? '');
  const hint = kind.isList ? 'Values, separated by commas' : 'Value';
  const choose = (field: FilterField | undefined, name: string, operator: string): void => {
    const next = kindOf(operator, field?.type ?? null, undefined);
    const isSame = next.isList === kind.isList && next.isNumber === kind.isNumber;
    const value = isSame ? view.value : convertValue(view.value, next);
    onChange(replaceAt(root, path, (node) => ({ ...(node as Tree), field: name, operator, value })));
  };
  return (
    <div class="condition" data-path={path.join('.')} role="group" aria-label={place}>
      <Select
        aria-label={`Field of ${place}`}
        value={view.field}
        choices={[
          ...(known === undefined ? [[view.field, `${view.field} (unknown)`] as const] : []),
          ...(fields.fields ?? []).map(({ name }) => [name, titleOf(name)] as const),
        ]}
        onChoose={(name) => {
          const field = fields.fields?.find((each) => each.name === name);
          const operators = field?.operators ?? [];
          choose(field, name, operators.includes(view.operator) ? view.operator : (operators[0] ?? view.operator));
        }}
      />
      <Select
        aria-label={`Operator of ${place}`}
        value={view.operator}
        choices={toOperatorChoices(view.operator, known)}
        onChoose={(operator) => choose(known, view.field, operator)}
      />
      {written === null ? (
        <code class="wide">{JSON.stringify(view.value)}</code>
      ) : named !== null ? (
        <ValueField
          {...{ kind: named, id: `value-${path.join('-')}`, label: `Value of ${place}` }}
          {...{ placeholder: hint, text: shown, isList: kind.isList, onType: type }}
        />
      ) : (
        <TextField
          aria-label={`Value of ${place}`}
          placeholder={hint}
          inputMode={kind.isNumber ? 'decimal' : 'text'}
          text={shown}
          onType={type}
        />
      )}
      {onRemove !== null && (
        <button type="button" class="icon" aria-label={`Remove ${place}`} title="Remove" onClick={onRemove}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
          </svg>
        </button>
      )}
      {view.extra !== '' && (
        <p class="hint wide">
          Kept as it is: <code>{view.extra}</code>
        </p>
      )}
    </div>
  );
}

/** @param chosen is offered too if the field does not take it */
function toOperatorChoices(chosen: string, field: FilterField | undefined) {
  const operators = (field?.operators ?? []).map((operator) => [operator, operatorWords(operator)] as const);
  if (field?.operators.includes(chosen)) return operators;
  const words = operatorWords(chosen);
  return [[chosen, field === undefined ? words : `${words} (unknown)`] as const, ...operators];
}

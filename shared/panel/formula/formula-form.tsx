import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuilderHelp } from '../../catalogue/derive/builder-help';
import { specOf, type FunctionId } from '../../catalogue/index';
import type { OptionName } from '../../catalogue/options';
import { readSelection } from '../../enrich/plan/selection';
import { TraceError } from '../../errors/trace-error';
import { say } from '../../errors/say';
import type { ListSeparator } from '../bulk-host';
import { ArgumentField, FieldsChoice, OptionField, type SheetColumn } from './formula-fields';
import {
  isReference,
  onSheet,
  emptyDraft,
  toSelectedCells,
  withNameInDraft,
  type Draft,
  type SelectedCells,
} from './draft';
import { FormulaResult } from './formula-result';
import { JOBS } from './jobs';
import type { FunctionWish } from './wish';
import { useCheckedDraft } from './use-checked-draft';
import { useSheet } from '../common/sheet';
import { useActive } from '../common/insert/insert-at-cell';
import { usePanel } from '../state/panel-state';
import { Said } from '../common/outcome';
import { LinkButton } from '../common/press-button';

interface Props {
  readonly help: BuilderHelp;
  readonly id: FunctionId;
  readonly separator: ListSeparator;
  readonly isFavorite: boolean;
  readonly onFavorite: () => void;
  readonly onBack: () => void;
  /** What the user asked for in words; `null`: only the recipe was chosen. */
  readonly wish: FunctionWish | null;
}

/** One function: what it is asked about, its fields and options, and the formula that comes of it. */
export function FormulaForm({ help, id, separator, isFavorite, onFavorite, onBack, wish }: Props) {
  const { docs } = usePanel().host;
  const active = useActive();
  const engine = useSheet();
  const spec = specOf(id);
  const { about, costs, params, fields } = help.functions[id];
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(id),
    ...(wish === null ? {} : { texts: wish.texts, options: wish.options }),
  }));
  const [columns, setColumns] = useState<readonly SheetColumn[]>([]);
  const [home, setHome] = useState<SelectedCells | null>(null);
  const [said, setSaid] = useState('');
  const first = spec.params.find(({ takes }) => takes === 'inputs');
  const own = home ?? (active.cell === null ? null : active.cell);
  const checked = useCheckedDraft(draft, own);
  /** The newest values: other cells may be named while a selection is read. */
  const now = useRef({ texts: draft.texts, home });
  now.current = { texts: draft.texts, home };
  const type = (name: string, text: string): void =>
    setDraft((now) => ({ ...now, texts: { ...now.texts, [name]: text } }));
  const choose = (name: OptionName, text: string): void =>
    setDraft((now) => ({ ...now, options: { ...now.options, [name]: text } }));
  /** @param column of the sheet, if the user chose one */
  const takeSelection = async (name: string, isAsked: boolean, column: number | null = null): Promise<void> => {
    const ended = await engine.do(async (ports) => {
      const selection = await engine.host.selection();
      if (selection === null || selection === 'object') throw new TraceError('selectionEmpty', {});
      const whole = { ...selection, rows: 1, columns: 1 };
      const read = await readSelection(ports, column === null ? selection : whole, column);
      setColumns(read.columns);
      return toSelectedCells(read);
    });
    const { texts, home: before } = now.current;
    if (!isAsked && (texts[name] ?? '') !== '') return;
    const cells = ended.ok ? ended.value : null;
    if (cells !== null) {
      const isSingle = spec.params.some((param) => param.name === name && param.isSingle === true);
      const reference = isSingle ? cells.reference.replace(/:.*/, '') : cells.reference;
      const isElsewhere = before !== null && before.sheet !== cells.sheet;
      const hasOthers = Object.entries(texts).some(([other, text]) => other !== name && isReference(text));
      if (!isElsewhere || !hasOthers) setHome(cells);
      type(name, isElsewhere && hasOthers ? onSheet(reference, cells.sheetName) : reference);
    }
    if (isAsked) setSaid(cells !== null ? '' : ended.ok ? 'The selection is blank.' : say(ended.error, 'action'));
  };
  useEffect(() => {
    if (first !== undefined && first.optional !== true) void takeSelection(first.name, false);
  }, []);
  const optionCount = Object.values(draft.options).filter((text) => text !== '').length;
  return (
    <>
      <div class="card">
        <LinkButton onPress={onBack}>All functions</LinkButton>
        <div class="formula-head">
          <h3 class="source" tabIndex={-1}>
            {JOBS[id]}
          </h3>
          <button type="button" class="quiet" onClick={onFavorite}>
            {isFavorite ? 'Remove favorite' : 'Add favorite'}
          </button>
        </div>
        <p class="hint">
          {about}{' '}
          {docs !== undefined && (
            <a href={`${docs}functions/${id}.html`} target="_blank" rel="noopener">
              {id}
            </a>
          )}
        </p>
        {spec.params.map((param) => {
          if (param.takes === 'fields' || param.takes === 'options') return null;
          const isOfCompanies = param.takes === 'inputs' || param.takes === 'otherInputs';
          return (
            <ArgumentField
              key={param.name}
              param={param}
              about={params[param.name] ?? ''}
              text={draft.texts[param.name] ?? ''}
              onType={(text) => type(param.name, text)}
              {...(isOfCompanies
                ? {
                    columns,
                    onUseColumn: (column) => void takeSelection(param.name, true, column),
                    onUseSelection: () => void takeSelection(param.name, true),
                  }
                : {})}
            />
          );
        })}
        <Said style="hint">{said}</Said>
        {spec.params.some(({ takes }) => takes === 'fields') && (
          <FieldsChoice
            spec={spec}
            abouts={fields}
            fields={draft.fields}
            onChange={(next) => setDraft((now) => ({ ...now, fields: next }))}
          />
        )}
        {spec.options.length > 0 && (
          <details class="fold">
            <summary>
              Options <span class="quiet-word">{optionCount === 0 ? 'default' : `${optionCount} set`}</span>
            </summary>
            {spec.options.map((name) => (
              <OptionField
                key={name}
                spec={spec}
                name={name}
                {...help.options[name]}
                text={draft.options[name] ?? ''}
                onChange={(text) => choose(name, text)}
              />
            ))}
          </details>
        )}
      </div>
      <FormulaResult
        draft={draft}
        checked={checked}
        home={home}
        separator={separator}
        costs={costs}
        onInserted={() => void active.read()}
        onUse={(wrong, name) => setDraft((now) => withNameInDraft(now, wrong, name))}
      />
    </>
  );
}

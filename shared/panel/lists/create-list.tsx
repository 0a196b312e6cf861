import { useState } from 'preact/hooks';
import type { Definition, FilterFields, SavedList } from '../../client/resources/list-answers';
import { MAX_DOMAINS } from '../../actions/domains';
import { PressButton } from '../common/press-button';
import { count } from '../common/words';
import { Outcome, useErrand } from '../common/outcome';
import { SelectedCompanies, useSelectedCompanies } from '../common/selection/selected-companies';
import { createListOf } from './save-companies';
import { TechnologyField } from './name-fields';
import { usePanel } from '../state/panel-state';
import { Form, Radio, TextField } from '../common/fields/controls';

interface Props {
  /** @param list `null`: the service did not return it */
  readonly onCreated: (list: SavedList | null, said: string) => void;
  readonly onCancel: () => void;
}

type Start = 'empty' | 'selected' | 'technology';

const STARTS: readonly (readonly [start: Start, label: string])[] = [
  ['empty', 'Empty'],
  ['selected', 'The selected companies'],
  ['technology', 'Companies that use a technology'],
];

/** A new list: empty, of the selected companies, or of those that use a technology. Creating one is free. */
export function CreateList({ onCreated, onCancel }: Props) {
  const { act, sees } = usePanel();
  const [name, setName] = useState('');
  const [start, setStart] = useState<Start>('empty');
  const [technology, setTechnology] = useState('');
  const errand = useErrand();
  const companies = useSelectedCompanies(sees('lists') && start === 'selected', MAX_DOMAINS);
  const { domains } = companies;
  const lacks =
    name.trim() === ''
      ? 'Give the list a name.'
      : start === 'selected' && domains.length === 0
        ? 'Select a column with company domains first.'
        : start === 'technology' && technology.trim() === ''
          ? 'Choose a technology first.'
          : '';
  const create = async (): Promise<void> => {
    if (errand.isBusy) return;
    if (lacks !== '') return errand.fail(lacks);
    errand.begin('Creating the list…');
    let definition: Definition | null = null;
    if (start === 'technology') {
      const fields = await act('readFields', {});
      if (!fields.ok) return errand.fail(fields.sentence);
      definition = toTechnologyDefinition(fields.value, technology.trim());
      if (definition === null) return errand.fail('Trace offers no condition on technologies for lists.');
    }
    if (start === 'selected') {
      const { list, said, problem } = await createListOf(act, name.trim(), domains, errand.begin);
      return said === '' ? errand.fail(problem) : onCreated(list, `${said} ${problem}`.trim());
    }
    const made = await act('createList', { name: name.trim(), ...(definition === null ? {} : { definition }) });
    if (!made.ok) return errand.fail(made.sentence);
    onCreated(made.value, 'The list is created.');
  };
  return (
    <section aria-labelledby="create-title">
      <h2 id="create-title" tabIndex={-1}>
        New list
      </h2>
      <Form onSubmit={() => void create()}>
        <label for="new-name">Name</label>
        <TextField id="new-name" maxLength={200} text={name} onType={setName} />
        <fieldset class="bare">
          <legend>Start with</legend>
          {STARTS.map(([value, label]) => (
            <Radio key={value} name="list-start" isChecked={start === value} onChoose={() => setStart(value)}>
              {label}
            </Radio>
          ))}
        </fieldset>
        {start === 'technology' && <TechnologyField text={technology} onType={setTechnology} />}
        {start === 'selected' && <SelectedCompanies id="new-list-domains" companies={companies} />}
        <div class="buttons">
          <PressButton isMain isOff={errand.isBusy}>
            {start === 'selected' && domains.length > 0
              ? `Create list of ${count(domains.length, 'company', 'companies')} · free`
              : 'Create list · free'}
          </PressButton>
          <PressButton onPress={onCancel}>Cancel</PressButton>
        </div>
        <Outcome {...errand} />
      </Form>
    </section>
  );
}

/** The condition as the catalog of fields offers it; `null`: it has none on technologies. */
function toTechnologyDefinition({ registry_version, fields }: FilterFields, technology: string): Definition | null {
  const field =
    fields?.find(({ type, name }) => type === 'technology' || name === 'technology') ??
    fields?.find(({ name }) => /technolog/.test(name));
  if (field === undefined) return null;
  const operator = ['uses', 'equals', 'contains'].find((each) => field.operators.includes(each)) ?? field.operators[0];
  if (operator === undefined) return null;
  const leaf = { field: field.name, operator, value: technology };
  return { registry_version, tree: { op: 'and', children: [leaf] } };
}

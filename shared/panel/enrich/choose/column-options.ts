import { titleOf, type Choice } from '../../../enrich/plan/column-spec';
import { choiceOfHeading } from '../../../enrich/plan/heading-choices';
import type { ComboGroup, ComboOption } from '../../common/fields/combo-option';
import { isChosen, PICK_GROUPS, type Pick } from './choice-menu';
import { addedPriceOf } from './choice-price';

/** What an option of the list adds: a column, or one that needs a name first. */
type Added = { readonly is: 'choice'; readonly choice: Choice } | { readonly is: 'pick'; readonly pick: Pick };

interface ColumnOption extends ComboOption {
  readonly adds: Added;
}

/** Shorter texts are in most names. */
const LEAST_TYPED = 2;

/**
 * The columns that what was typed may mean, in groups.
 *
 * @param names technologies of the catalog that contain it
 */
export function findColumnOptions(
  typed: string,
  choices: readonly Choice[],
  names: readonly string[],
): readonly ComboGroup<ColumnOption>[] {
  const wanted = typed.trim().toLowerCase();
  const toOption = (id: string, label: string, adds: Added): ColumnOption => ({
    ...{ id, label, adds },
    isOff: adds.is === 'choice' && isChosen(choices, adds.choice),
    price: addedPriceOf(adds.is === 'choice' ? adds.choice : adds.pick.toChoice(adds.pick.example), choices),
  });
  const meant = wanted === '' ? null : columnOf(typed);
  const groups = PICK_GROUPS.map(({ label, picks }) => {
    const isGroup = label.toLowerCase() === wanted;
    const own = picks
      .map((pick) => toOption(pick.id, pick.label, addsOf(pick)))
      .filter((option) => isGroup || fits(option.label, wanted) || isMeant(option, meant));
    const used = picks.some(({ id }) => id === 'tech.name') ? names.map((name) => toUses(name, toOption)) : [];
    const options = [...inOrder(own, wanted, meant), ...used];
    return {
      label,
      options: options.filter(({ label: each }, at) => at === options.findIndex((o) => o.label === each)),
    };
  });
  const own = ownName(typed, names);
  const isTitle = groups.some(({ options }) => options.some(({ label }) => label.toLowerCase() === wanted));
  const other = own === null || isTitle ? [] : [{ label: 'Other technology', options: [toUses(own, toOption)] }];
  return [...groups, ...other]
    .filter(({ options }) => options.length > 0)
    .sort((one, two) => rank(one, meant) - rank(two, meant));
}

function toUses(name: string, toOption: (id: string, label: string, adds: Added) => ColumnOption): ColumnOption {
  const choice: Choice = { adds: 'hasTechnology', technology: name };
  return toOption(`uses.${name}`, titleOf(choice), { is: 'choice', choice });
}

/** What a heading of these words asks for. A technology is found by its name. */
function columnOf(typed: string): Choice | null {
  const choice = choiceOfHeading(typed);
  return choice?.adds === 'hasTechnology' ? null : choice;
}

/** What was typed, as a technology that the catalog did not name; `null`: it did, or the text is too short. */
function ownName(typed: string, names: readonly string[]): string | null {
  const own = toNameTyped(typed);
  return own === '' || names.some((name) => name.toLowerCase() === own.toLowerCase()) ? null : own;
}

/** The names that a text of the field is matched with; `''`: it is too short. */
export function toNameTyped(typed: string): string {
  const own = typed.trim().replace(/^uses\s+/i, '');
  return own.length < LEAST_TYPED ? '' : own;
}

function addsOf(pick: Pick): Added {
  return pick.asks === null ? { is: 'choice', choice: pick.toChoice('') } : { is: 'pick', pick };
}

/** Whether each word begins one of the label's words. */
function fits(label: string, wanted: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

function isMeant({ adds }: ColumnOption, meant: Choice | null): boolean {
  return meant !== null && adds.is === 'choice' && titleOf(adds.choice) === titleOf(meant);
}

function inOrder(options: readonly ColumnOption[], wanted: string, meant: Choice | null): readonly ColumnOption[] {
  const place = (option: ColumnOption): number => {
    if (isMeant(option, meant)) return 0;
    return wanted !== '' && option.label.toLowerCase().startsWith(wanted) ? 1 : 2;
  };
  return [...options].sort((one, other) => place(one) - place(other));
}

/** The group with what a heading of these words would ask for comes first. */
function rank({ options }: ComboGroup<ColumnOption>, meant: Choice | null): number {
  return options.some((option) => isMeant(option, meant)) ? 0 : 1;
}

/** The words that a column's name may be, for an option that needs one. */
export function findValueOptions(
  pick: Pick,
  typed: string,
  choices: readonly Choice[],
  names: readonly string[],
): readonly ComboGroup<ColumnOption>[] {
  const wanted = typed.trim().toLowerCase();
  const words = pick.oneOf === null ? names : pick.oneOf.filter((word) => word.toLowerCase().includes(wanted));
  if (words.length === 0) return [];
  const options = words.map((word): ColumnOption => {
    const choice = pick.toChoice(word);
    return { id: word, label: word, isOff: isChosen(choices, choice), adds: { is: 'choice', choice } };
  });
  return [{ label: pick.label, options }];
}

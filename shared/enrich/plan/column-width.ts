import { COMPANY_FIELDS, PARTNER_FIELDS, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { titleOf, type Choice } from './column-spec';

/** In characters. Longer lists are cut off, because a column that fills the window hides the others. */
const WIDTHS = { text: 20, list: 40, number: 10, date: 12, truth: 10, status: 30 } as const;
const WIDEST = 40;
/** Room beside a title for the arrow of a filter. */
const BESIDE_TITLE = 3;

/** How wide a new column should be, in characters. */
export function widthFor(choice: Choice): number {
  return Math.min(WIDEST, Math.max(WIDTHS[kindOf(choice)], titleOf(choice).length + BESIDE_TITLE));
}

function kindOf(choice: Choice): keyof typeof WIDTHS {
  switch (choice.adds) {
    case 'company':
      return kindIn(COMPANY_FIELDS, choice.field);
    case 'technologies':
      return kindIn(TECHNOLOGY_FIELDS, choice.field);
    case 'partners':
      return kindIn(PARTNER_FIELDS, choice.field);
    case 'sharedPartners':
      return choice.field === 'count' ? 'number' : 'list';
    case 'hasTechnology':
      return 'truth';
    case 'status':
      return 'status';
  }
}

function kindIn(
  fields: readonly { readonly name: string; readonly kind: string }[],
  field: string,
): 'text' | 'list' | 'number' | 'date' {
  const kind = fields.find(({ name }) => name === field)?.kind;
  return kind === 'list' || kind === 'number' || kind === 'date' ? kind : 'text';
}

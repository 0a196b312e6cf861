import type { Question } from './recipe';

/** With titles, settings and room for more, this many rows fit a new sheet of every host. */
const MOST_ROWS = 900;

export const ACCOUNTS: Question = {
  id: 'accounts',
  title: 'Accounts',
  takes: 'companies',
  example: 'stripe.com',
  most: MOST_ROWS,
};

export const TECHNOLOGY: Question = {
  id: 'technology',
  title: 'Technology',
  takes: 'technology',
  example: 'Shopify',
  most: 1,
};

export const COUNTRY: Question = { id: 'country', title: 'Country', takes: 'country', example: 'Germany', most: 1 };

/** How many rows of a table to show, each of which costs a credit. */
export function howMany(usual: number, most: number): Question {
  return { id: 'top', title: 'How many', takes: 'number', example: String(usual), usual: String(usual), most };
}

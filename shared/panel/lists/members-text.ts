import { count } from '../count';
import type { MembersRead } from './fetch-members';

/** So many are read unless more are asked for. */
export const PAGE_MEMBERS = 50;

export function toMoreLabel(members: number, credits: number, isMore: boolean): string {
  const what = isMore ? `${members.toLocaleString('en-US')} more` : count(members, 'company', 'companies');
  return `Read ${what} · up to ${count(credits, 'credit', 'credits')}`;
}

/** What was read, and for how much. */
export function toReadText({ members, total, isAll, credits }: MembersRead): string {
  const all = isAll ? 'All ' : '';
  const of = isAll || total === null ? '' : ` of ${total.toLocaleString('en-US')}`;
  const what = count(members.length, 'company', 'companies');
  const paid = credits === 0 ? 'free' : `${count(credits, 'credit', 'credits')} used`;
  if (members.length === 0) return 'No company matches.';
  if (isAll && members.length === 1) return `${what} · ${paid}`;
  return `${all}${of === '' ? what : `${members.length.toLocaleString('en-US')}${of} companies`} · ${paid}`;
}

import Papa from 'papaparse';
import { membersOf } from '../lists/members';
import { textReply } from '../reply';
import { listOfPath } from './list-of-path';
import { toMemberItem } from './member-item';
import type { Answer, Call } from './route';

const COLUMNS = ['domain', 'name', 'slug', 'tier', 'score'];

/** All members of a list as CSV (RFC 4180), best first. Everything is assumed. */
export function exportList(call: Call): Answer<'lists.export'> {
  const members = membersOf(listOfPath(call));
  const csv = Papa.unparse({ fields: COLUMNS, data: members.map(toMemberItem) });
  return {
    reply: textReply(200, `${csv}\r\n`, 'text/csv; charset=utf-8'),
    charged: members.map(({ company }) => company.id),
  };
}

import { TIERS, countTiers, membersOf } from '../lists/members';
import { jsonReply } from '../reply';
import { addDomains, excludeDomains } from './list-domains';
import { exportList } from './list-export';
import { listOfPath } from './list-of-path';
import { toMemberItem } from './member-item';
import { readBoolean, readPhrase, readWhole, readWords } from './query';
import type { Answer, Call, RoutesTo } from './route';

const COMMON = { needsUserKey: true } as const;

export const listMembers = {
  members: { ...COMMON, credits: '1 for each member in the answer (assumed)', answer: showMembers },
  materialize: { ...COMMON, credits: 'none (assumed)', answer: materialize },
  addDomains: { ...COMMON, credits: 'none (assumed)', answer: addDomains },
  excludeDomains: { ...COMMON, credits: 'none (assumed)', answer: excludeDomains },
  export: { ...COMMON, credits: '1 for each member (assumed)', answer: exportList },
} satisfies Partial<RoutesTo<'lists'>>;

/** The bounds are assumed; https://docs.tracedata.ai/api/lists/ only names the parameters. */
const LIMIT = { least: 1, most: 100, otherwise: 50 };
const OFFSET = { least: 0, otherwise: 0 };

function showMembers(call: Call): Answer<'lists.members'> {
  const query = call.url.searchParams;
  const limit = readWhole(query, 'limit', LIMIT);
  const offset = readWhole(query, 'offset', OFFSET);
  const tiers = readWords(query, 'tier', TIERS) ?? TIERS;
  const sought = readPhrase(query, 'search_name_or_domain') ?? '';
  readBoolean(query, 'force_refresh');
  const found = membersOf(listOfPath(call)).filter(
    ({ tier, company: { name, domain } }) =>
      tiers.includes(tier) && (name.toLowerCase().includes(sought) || domain.includes(sought)),
  );
  const shown = found.slice(offset, offset + limit);
  return {
    reply: jsonReply(200, { members: shown.map(toMemberItem), total: found.length, limit, offset }),
    charged: shown.map(({ company }) => company.id),
  };
}

function materialize(call: Call): Answer<'lists.materialize'> {
  return { reply: jsonReply(200, { counts: countTiers(membersOf(listOfPath(call))) }), charged: [] };
}

import { titleOf, type Choice } from './column-spec';

/** The title of the same column before titles were plain words, such as `employee_count`. */
export function formerTitleOf(choice: Choice): string {
  switch (choice.adds) {
    case 'company':
      return choice.field;
    case 'technologies': {
      const what = choice.field === 'name' ? 'technologies' : `technology_${choice.field}`;
      return choice.category === null ? what : `${what} (${choice.category})`;
    }
    case 'hasTechnology':
      return `has ${choice.technology}`;
    case 'partners': {
      const what = choice.field === 'name' ? 'partners' : `partner_${choice.field}`;
      return choice.type === null ? what : `${what} (${choice.type})`;
    }
    case 'sharedPartners':
      return `shared with ${choice.company}${choice.field === 'count' ? ' (count)' : ''}`;
    case 'status':
      return titleOf(choice);
  }
}

/** Whether a column with this title is the one that the choice fills, ignoring case. */
export function isTitleOf(choice: Choice, title: string): boolean {
  const given = title.trim();
  return given.toLowerCase() === titleOf(choice).toLowerCase() || isFormerTitleOf(choice, given);
}

/** In a list of people, `Name` is not the company's, so it must be spelled as enrichments did. */
function isFormerTitleOf(choice: Choice, given: string): boolean {
  const former = formerTitleOf(choice);
  return former === 'name' ? given === former : given.toLowerCase() === former.toLowerCase();
}

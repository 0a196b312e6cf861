import { isAsking, keyOfList, listsOf, needOf, type Choice, type PartnerList } from '../../../enrich/plan/column-spec';
import { toCreditsText } from '../../common/words';

/** What a column adds to the price of a company, beside columns that are there already. */
function priceOfChoice(choice: Choice, beside: readonly Choice[]): string {
  if (!isAsking(choice)) return 'free';
  const asked = beside.filter(isAsking);
  const need = needOf(choice);
  const hasPartners = asked.some((each) => needOf(each) === 'partners');
  const hasCompany = hasPartners || asked.some((each) => needOf(each) === 'company');
  switch (need) {
    case 'company':
      return hasCompany ? INCLUDED : '1 credit a company';
    case 'partners':
      if (hasPartners) return INCLUDED;
      return hasCompany ? '1 credit a partner' : '1 credit a company and partner';
    case 'listed':
      return choice.adds === 'partners' ? priceOfList(choice, asked) : INCLUDED;
  }
}

function priceOfList(list: PartnerList, beside: readonly Choice[]): string {
  if (listsOf(beside).has(keyOfList(list))) return INCLUDED;
  if (list.top === undefined) return '1 credit a partner';
  return `up to ${toCreditsText(list.top)} a company`;
}

const INCLUDED = 'included';

/** The same in a list of columns to add: `+1 credit a partner`. */
export function addedPriceOf(choice: Choice, beside: readonly Choice[]): string {
  const price = priceOfChoice(choice, beside);
  return /^\d/.test(price) ? `+${price}` : price;
}

/** Each column beside those before it. @param isFree whether all answers are saved */
export function pricesOf(choices: readonly Choice[], isFree: boolean): readonly string[] {
  return choices.map((choice, at) => (isFree ? 'free' : priceOfChoice(choice, choices.slice(0, at))));
}

import { isAsking, needOf, typeOf, type Choice } from '../../enrich/plan/column-spec';

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
    case 'typed':
      return asked.some((each) => needOf(each) === 'typed' && typeOf(each) === typeOf(choice))
        ? INCLUDED
        : '1 credit a partner';
  }
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

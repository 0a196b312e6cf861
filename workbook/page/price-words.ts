import { count } from '../../shared/panel';
import type { SpendPolicy } from '../../shared/formulas';
import type { WorkbookPrice } from './formula-price';

/** The paragraphs that the user reads before the real service is used: what it costs, and what limits the cost. */
export function toSwitchQuestion(price: WorkbookPrice, policy: SpendPolicy): string {
  return [
    'Use the real service, with your own API key?',
    toPriceSentences(price).join(' '),
    'The page loads again. The sandbox keeps its own answers.',
    // Above the checkbox that it refers to.
    price.formulas > 0 ? toPolicySentence(policy) : '',
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function toPriceSentences({ formulas, credits, unknown }: WorkbookPrice): readonly string[] {
  if (formulas === 0) return ['This workbook has no Trace formulas yet.'];
  const has = `This workbook has ${count(formulas, 'Trace formula', 'Trace formulas')}.`;
  if (unknown === 0)
    return [`${has} On the real service ${formulas === 1 ? 'it costs' : 'they cost'} ${upTo(credits)}.`];
  const known = unknown === formulas ? [] : [`The others cost ${upTo(credits)}.`];
  const open =
    unknown === formulas ? (formulas === 1 ? 'Its' : 'Their') : `For ${unknown.toLocaleString('en-US')} of them the`;
  return [has, `${open} price is only known after paying: each partner of a company can cost a credit.`, ...known];
}

function toPolicySentence(policy: SpendPolicy): string {
  switch (policy.mode) {
    case 'onRequest':
      return 'They wait until you fetch them in the Trace panel.';
    case 'daily':
      return `If you clear the box, formulas may spend up to ${count(policy.limit, 'credit', 'credits')} a day there.`;
    case 'freely':
      return 'If you clear the box, formulas may spend without a limit there.';
  }
}

function upTo(credits: number): string {
  return credits === 0 ? 'nothing' : `up to ${count(credits, 'credit', 'credits')}`;
}

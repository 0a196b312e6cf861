import { isReadAsMore } from '../../../workbook/grid/read-as-more';

it.each(['=A1', '-5', '@now', "'s-Gravenhage", 'TRUE', ' false', '007', '1e5', '5%', '$1,000', '(5)', '1 000'])(
  'the grid may read %j as more than a text',
  (text) => expect(isReadAsMore(text)).toBe(true),
);

it.each(['2026-01-05', '1/2', '11-50', '10:30', '10:30 PM', '5-Jan-2026', 'January 5, 2026'])(
  'the grid may read %j as a date or a time',
  (text) => expect(isReadAsMore(text)).toBe(true),
);

it.each([
  '',
  ' ',
  'stripe.com',
  'B2B',
  '3M',
  'True North',
  'Series B',
  'e',
  '42 Main Street',
  'company-1.example',
  '→',
])('the grid keeps %j as a text', (text) => expect(isReadAsMore(text)).toBe(false));

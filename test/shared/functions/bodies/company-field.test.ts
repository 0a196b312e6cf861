import { readCompanyField } from '../../../../shared/functions/bodies/company';

test.each(['constructor', 'toString', '__proto__'])('%s, which every object has, is no field of a receipt', (field) => {
  expect(readCompanyField({ name: 'Stripe' }, field, 0)).toEqual({ is: 'one', cell: '' });
});

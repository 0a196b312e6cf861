import { RunLedger } from '../../apps-script/sidebar/run-ledger';
import type { Call } from '../../apps-script/sidebar/call';

const call = (() => Promise.resolve([])) as unknown as Call;
const REQUEST = { kind: 'company', needed: ['stripe.com', 'adobe.com'], ifFree: [] } as const;

it('a run has its own limit, so that its ledger grants what it asks for', async () => {
  const grant = await new RunLedger(call).reserve({ request: { ...REQUEST, isRun: true } });
  expect([grant.granted, grant.credits]).toEqual([['stripe.com', 'adobe.com'], 2]);
});

it('nobody else is granted a credit by them', async () => {
  const grant = await new RunLedger(call).reserve({ request: REQUEST });
  expect([grant.granted, [...grant.refused.keys()], grant.credits]).toEqual([[], ['stripe.com', 'adobe.com'], 0]);
});

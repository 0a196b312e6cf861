import { RunLedger } from '../../../apps-script/sidebar/run-ledger';
import type { Call } from '../../../apps-script/sidebar/call';

const call = (() => Promise.resolve([])) as unknown as Call;
const REQUEST = { kind: 'company', needed: ['stripe.com', 'adobe.com'], ifFree: [] } as const;

it('a run has its own limit, so that its ledger grants what it asks for', async () => {
  const grant = await new RunLedger(call).reserve({ request: { ...REQUEST, isRun: true } });
  expect({ granted: grant.granted, credits: grant.credits }).toEqual({
    granted: ['stripe.com', 'adobe.com'],
    credits: 2,
  });
});

it('grants no credit to anyone else', async () => {
  const grant = await new RunLedger(call).reserve({ request: REQUEST });
  expect({ granted: grant.granted, refused: [...grant.refused.keys()], credits: grant.credits }).toEqual({
    granted: [],
    refused: ['stripe.com', 'adobe.com'],
    credits: 0,
  });
});

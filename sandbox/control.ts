import { Hono, type Context } from 'hono';
import { readFaultOrder, readReset, readWholeIn, type Order } from './control-orders';
import { FAULTS } from './faults';
import type { SandboxState } from './state';

/** The routes by which tests control a sandbox. They need no key, and faults never affect them. */
export function makeControl(state: SandboxState): Hono {
  const control = new Hono();
  control.get('/log', (context) => context.json(state.books.log.read()));
  control.get('/ledger', (context) => {
    const { balance, chargedCompanies } = state.books.ledger;
    return context.json({ balance, chargedCompanies });
  });
  control.get('/flags', (context) => {
    const flags = state.books.flags.read();
    return context.json(
      flags.map((flag) => ({ flag_id: flag.flagId, company_id: flag.companyId, description: flag.description })),
    );
  });
  control.get('/faults', (context) => {
    const faults = FAULTS.map(({ name, about, settings }) => ({ name, about, settings }));
    const switchedOn = state.books.faults.read().map(({ fault, ...rest }) => ({ fault: fault.name, ...rest }));
    return context.json({ faults, switchedOn });
  });
  control.post('/faults', (context) => follow(context, readFaultOrder, (fault) => state.books.faults.switchOn(fault)));
  control.post('/reset', (context) => follow(context, readReset, (otherwise) => state.reset(otherwise)));
  control.post('/clock', (context) =>
    follow(
      context,
      (body) => readWholeIn(body, 'advanceMs', 0),
      (advanceMs) => state.books.clock.advance(advanceMs),
    ),
  );
  return control;
}

async function follow<O>(context: Context, read: (body: unknown) => Order<O>, obey: (order: O) => void) {
  const text = await context.req.text();
  let body: unknown = {};
  try {
    if (text !== '') body = JSON.parse(text);
  } catch {
    return context.json({ error: 'not_understood', message: 'The body is not JSON.' }, 400);
  }
  const order = read(body);
  if (!order.ok) return context.json({ error: 'not_understood', message: order.sentence }, 400);
  obey(order.value);
  return context.json({ ok: true });
}

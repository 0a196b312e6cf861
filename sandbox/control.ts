import { Hono, type Context } from 'hono';
import { NotUnderstood, readAdvance, readFaultOrder, readReset } from './control-orders';
import type { SandboxState } from './state';

/** The routes by which tests control a sandbox. They need no key, and faults never affect them. */
export function makeControl(state: SandboxState): Hono {
  const control = new Hono();
  control.get('/log', (context) => context.json(state.books.log.read()));
  control.get('/ledger', (context) => {
    const { balance, chargedCompanies } = state.books.ledger;
    return context.json({ balance, chargedCompanies });
  });
  control.post('/faults', (context) => follow(context, (body) => state.books.faults.switchOn(readFaultOrder(body))));
  control.post('/reset', (context) => follow(context, (body) => state.reset(readReset(body))));
  control.post('/clock', (context) => follow(context, (body) => state.books.clock.advance(readAdvance(body))));
  return control;
}

async function follow(context: Context, obey: (body: unknown) => void): Promise<Response> {
  try {
    const text = await context.req.text();
    obey(text === '' ? {} : JSON.parse(text));
    return context.json({ ok: true });
  } catch (error) {
    if (!(error instanceof NotUnderstood || error instanceof SyntaxError)) throw error;
    return context.json({ error: 'not_understood', message: error.message }, 400);
  }
}

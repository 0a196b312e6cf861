import {
  toPairs,
  askPaths,
  recallPaths,
  type WarmAsked,
  type WarmPair,
} from '../../../../../shared/panel/explore/warm/warm-paths';
import { startSandbox } from '../../../../../sandbox/index';
import { TraceError } from '../../../../../shared/errors/trace-error';
import { PanelSandbox } from '../../../../fakes/panel-sandbox';
import { SandboxPorts } from '../../../../fakes/sandbox-ports';
import { readCompanies } from '../../../../../shared/cells/companies-in-text';

describe('warm pairs', () => {
  it('reads companies from lines, commas and semicolons, each once, and tells what is none', () => {
    const { companies, problems } = readCompanies(
      'https://www.Stripe.com/pricing\nshopify.com, slack; stripe.com\r\n\nAcme, Inc.\njane@gmail.com\n#N/A',
    );
    expect(companies).toEqual(['stripe.com', 'shopify.com', 'slack']);
    expect(problems.map(({ code }) => code)).toEqual([
      'inputIsNotADomain',
      'inputIsNotADomain',
      'inputIsFreeMail',
      'inputIsError',
    ]);
  });

  it('pairs go account by account, without a company and itself', () => {
    expect(toPairs(['a.com', 'b.com'], ['b.com', 'c.com'])).toEqual([
      { account: 'a.com', partner: 'b.com' },
      { account: 'a.com', partner: 'c.com' },
      { account: 'b.com', partner: 'c.com' },
    ]);
  });
});

describe('warm paths', () => {
  const PAIRS = toPairs(['stripe.com', 'no-partners.example', 'unknown.example'], ['shopify.com', 'slack.com']);

  async function ask(
    { ports }: SandboxPorts,
    pairs: readonly WarmPair[],
    credits: number,
    most = Infinity,
  ): Promise<WarmAsked> {
    let answered = 0;
    return askPaths(ports, pairs, credits, {
      mayGoOn: () => answered < most,
      onAnswered: (paths) => void (answered += paths.length),
    });
  }

  const kindsOf = ({ paths }: Pick<WarmAsked, 'paths'>): readonly string[] => paths.map(({ found }) => found.is);

  it('each pair says yes with its days and how often, none recorded, or not tracked, and only a yes costs', async () => {
    const world = new SandboxPorts();
    const { credits, paths } = await ask(world, PAIRS, 8);
    expect(paths.map(({ account, partner, found }) => [account, partner, found])).toEqual([
      [
        'stripe.com',
        'shopify.com',
        { is: 'yes', type: 'generic', first: '2023-12-22T00:00:00Z', last: '2026-08-21T00:00:00Z', observations: 13 },
      ],
      [
        'stripe.com',
        'slack.com',
        {
          is: 'yes',
          type: 'technology',
          first: '2024-11-22T00:00:00Z',
          last: '2024-12-14T00:00:00Z',
          observations: 19,
        },
      ],
      ['no-partners.example', 'shopify.com', { is: 'none' }],
      ['no-partners.example', 'slack.com', { is: 'none' }],
      ['unknown.example', 'shopify.com', { is: 'notTracked' }],
      ['unknown.example', 'slack.com', { is: 'notTracked' }],
    ]);
    expect({ credits, charged: await world.charged() }).toEqual({ credits: 2, charged: 2 });
  });

  it('it is asked pair by pair through the documented list, with the name of the partner and for one row', async () => {
    const world = new SandboxPorts();
    await ask(world, PAIRS.slice(0, 1), 2);
    expect(world.paths).toEqual([
      '/companies/shopify.com/partnerships?q=shopify.com&page=1&limit=1',
      '/companies/stripe.com/partnerships?q=Shopify&page=1&limit=1',
    ]);
  });

  it('before it, nothing is sent, and the price is a credit for each pair and each partner whose name is unknown', async () => {
    const world = new SandboxPorts();
    const look = await recallPaths(world.ports, PAIRS);
    expect({ credits: look.credits, kinds: new Set(kindsOf(look)), sent: world.paths }).toEqual({
      credits: 8,
      kinds: new Set(['open']),
      sent: [],
    });
  });

  it('what was answered is kept: the rest costs less, and asking about all of it sends nothing', async () => {
    const world = new SandboxPorts();
    await ask(world, PAIRS.slice(0, 3), 8);
    const look = await recallPaths(world.ports, PAIRS);
    expect({ credits: look.credits, kinds: kindsOf(look) }).toEqual({
      credits: 3,
      kinds: ['yes', 'yes', 'none', 'open', 'open', 'open'],
    });
    await ask(world, PAIRS, 3);
    const sent = world.paths.length;
    expect((await recallPaths(world.ports, PAIRS)).credits).toBe(0);
    await ask(world, PAIRS, 0);
    expect({ sent: world.paths.length, charged: await world.charged() }).toEqual({ sent, charged: 2 });
  });

  it('stopped, it keeps what came, and the next press asks about the others only', async () => {
    const world = new SandboxPorts();
    const accounts = Array.from({ length: 50 }, (_account, at) => `company-${at + 1}.example`);
    const pairs = toPairs(accounts, ['shopify.com']);
    const first = await ask(world, pairs, 51, 1);
    expect({ paths: first.paths.length, error: first.error }).toEqual({ paths: 40, error: null });
    const sent = world.paths.length;
    const { paths, credits } = await recallPaths(world.ports, pairs);
    const open = paths.filter(({ found }) => found.is === 'open');
    expect({ open: open.length, credits }).toEqual({ open: 10, credits: 10 });
    await ask(world, open, credits);
    expect(world.paths.length - sent).toBe(10);
  });

  it.each([
    ['credits-out', 'creditsOut'],
    ['key-revoked', 'keyRefused'],
  ])(
    '%s in the middle: nothing more is sent, what came is kept, and the rest is asked for again',
    async (fault, code) => {
      const world = new SandboxPorts();
      const accounts = Array.from({ length: 90 }, (_account, at) => `company-${at + 1}.example`);
      const pairs = toPairs(accounts, ['shopify.com']);
      await ask(world, pairs.slice(0, 45), 46);
      await world.control('faults', { fault, times: null });
      const before = world.paths.length;
      const asked = await ask(world, pairs, 90);
      expect({ code: asked.error?.code, sent: world.paths.length - before }).toEqual({ code, sent: 4 });
      await world.control('reset', {});
      const look = await recallPaths(world.ports, pairs);
      expect(kindsOf(look).filter((is) => is === 'open').length).toBe(45);
    },
  );

  it('offline, what is saved is shown, and the rest says why', async () => {
    const world = new SandboxPorts();
    await ask(world, PAIRS.slice(0, 1), 2);
    world.isOffline = true;
    const asked = await ask(world, PAIRS, 8);
    expect({ saved: kindsOf(asked)[0], rest: kindsOf(asked)[5], code: asked.error?.code }).toEqual({
      saved: 'yes',
      rest: 'open',
      code: 'unreachable',
    });
  });

  it('without a key it says so, and sends nothing', async () => {
    const world = new SandboxPorts();
    world.memory.account = null;
    const asked = await ask(world, PAIRS, 8);
    expect({ code: asked.error?.code, sent: world.paths }).toEqual({ code: 'noKey', sent: [] });
  });

  it('without the routes that no page documents it works', async () => {
    const world = new SandboxPorts();
    await world.control('faults', { fault: 'assumed-routes-missing', times: null });
    expect(kindsOf(await ask(world, PAIRS, 8))).toEqual(['yes', 'yes', 'none', 'none', 'notTracked', 'notTracked']);
  });

  it('a lost answer is told as unconfirmed, its pair is priced again, and asking again is not charged twice', async () => {
    const world = new PanelSandbox();
    const pairs = toPairs(['stripe.com'], ['shopify.com', 'slack.com']);
    const watch = { mayGoOn: () => true, onAnswered: () => undefined };
    await askPaths(world.ports, pairs.slice(0, 1), 2, watch);
    // The name of the partner arrives, and what its partnership has cost does not.
    world.instead = ({ path }) => {
      if (path.includes('q=Slack')) world.lost = 1;
      return null;
    };
    const lost = await askPaths(world.ports, pairs, 2, watch);
    expect({
      kinds: kindsOf(lost),
      code: lost.error?.code,
      credits: lost.credits,
      unsure: lost.unsure,
      charged: await world.charged(),
    }).toEqual({ kinds: ['yes', 'open'], code: 'timedOut', credits: 1, unsure: 1, charged: 2 });
    world.instead = () => null;
    const look = await recallPaths(world.ports, pairs);
    expect({ kinds: kindsOf(look), credits: look.credits }).toEqual({ kinds: ['yes', 'open'], credits: 1 });
    const again = await askPaths(world.ports, pairs, look.credits, watch);
    expect({ kinds: kindsOf(again), unsure: again.unsure, charged: await world.charged() }).toEqual({
      kinds: ['yes', 'yes'],
      unsure: 0,
      charged: 2,
    });
  });

  it('what is paid before the host stops sending is told', async () => {
    const world = new PanelSandbox();
    const watch = { mayGoOn: () => true, onAnswered: () => undefined };
    const pairs = toPairs(
      Array.from({ length: 41 }, (_account, index) => `company-${index + 1}.example`),
      ['shopify.com'],
    );
    let most = 0;
    world.instead = () => {
      if (world.paths.length > most) throw new TraceError('scriptBusy', {});
      return null;
    };
    await expect(askPaths(world.ports, pairs, 50, watch)).rejects.toMatchObject({ code: 'scriptBusy' });
    world.paths.length = 0;
    most = 41;
    const { paths, credits, error } = await askPaths(world.ports, pairs, 50, watch);
    expect({ paths: paths.length, isToldAsCharged: credits === (await world.charged()), code: error?.code }).toEqual({
      paths: 40,
      isToldAsCharged: true,
      code: 'scriptBusy',
    });
  });

  it('where the connection breaks after the service has charged, the doubt is said, and asking again is not charged twice', async () => {
    const sandbox = await startSandbox({ port: 0 });
    try {
      const world = new SandboxPorts('trace_demo', [], { origin: sandbox.origin, fetch });
      const [shopify, slack] = toPairs(['stripe.com'], ['shopify.com', 'slack.com']);
      // Tells the name of the partner, for nothing.
      await ask(world, [shopify!, { account: 'no-partners.example', partner: 'slack.com' }], 4);
      expect(await world.charged()).toBe(1);
      await world.control('faults', { fault: 'cut-off-body', times: 4, operation: 'partnerships.list' });
      const lost = await ask(world, [shopify!, slack!], 1);
      expect({
        kinds: kindsOf(lost),
        code: lost.error?.code,
        credits: lost.credits,
        unsure: lost.unsure,
        charged: await world.charged(),
      }).toEqual({ kinds: ['yes', 'open'], code: 'unreachable', credits: 1, unsure: 1, charged: 2 });
      const look = await recallPaths(world.ports, [shopify!, slack!]);
      const again = await ask(world, [shopify!, slack!], look.credits);
      expect({
        price: look.credits,
        kinds: kindsOf(again),
        unsure: again.unsure,
        charged: await world.charged(),
      }).toEqual({ price: 1, kinds: ['yes', 'yes'], unsure: 0, charged: 2 });
    } finally {
      await sandbox.stop();
    }
  });
});

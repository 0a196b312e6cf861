import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type API_USES, usesOf, type OperationUses } from '../../docs/site/api-uses';
import { OPERATIONS, type OperationName } from '../../shared/api';
import type { ActionMessages, ActionName } from '../../shared/actions/protocol';
import { findDomains } from '../../shared/enrich/names/search-companies';
import { readSelection } from '../../shared/enrich/plan/selection';
import { suggestNames } from '../../shared/enrich/plan/suggest-names';
import { askForVerdict } from '../../shared/client/key';
import { readFormulaCall } from '../../shared/formulas';
import { remember } from '../../shared/lookup/cache';
import { account } from '../../shared/lookup/ports';
import { performAction } from '../../shared/panel';
import { fetchCompanies, fetchPartnersOf } from '../../shared/panel/explore/company-details';
import { searchCatalogue } from '../../shared/panel/explore/catalogue-search';
import type { Formula } from '../../shared/panel/common/insert/insertion';
import {
  companiesNamed,
  companiesUsing,
  edgesAround,
  NOT_NARROWED,
  sharedPartners,
} from '../../shared/panel/explore/formulas';
import { answerWithin } from '../../shared/panel/explore/within-credits';
import { fetchMembers, NO_MEMBERS } from '../../shared/panel/lists/fetch-members';
import { examine } from '../../shared/panel/settings/examine';
import { findOldAnswers } from '../../shared/panel/activity/old-answers';
import { updateAnswers } from '../../shared/panel/activity/update-answers';
import { askPaths } from '../../shared/panel/explore/warm/warm-paths';
import type { BulkHost, PanelHost } from '../../shared/ports';
import { planRun, startEnrichment } from '../../shared/runs';
import type { Choice } from '../../shared/enrich/plan/column-spec';
import { SandboxHost } from '../fakes/sandbox-host';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { SandboxPorts, type Reach } from '../fakes/sandbox-ports';

/** Each entry of the list behind docs/api-coverage.md is pressed, and its request looked for at the service. */

let sandbox: SandboxProcess;
let reach: Reach;
beforeAll(async () => {
  sandbox = await startSandboxProcess();
  reach = { origin: sandbox.origin, fetch };
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

type Press = (world: SandboxPorts) => Promise<unknown>;

const USES: readonly (readonly [name: string, uses: OperationUses])[] = OPERATIONS.map((operation) => [
  operation.name,
  usesOf(operation),
]);
const DEFINITION = {
  registry_version: null,
  tree: { field: 'country', operator: 'equals', value: 'France' },
  rest: {},
};

/** The actions that the panel asks for by name. */
const act = <N extends ActionName>(name: N, given: ActionMessages[N]['given']): Press & { readonly action: N } =>
  Object.assign(({ ports }: SandboxPorts) => performAction(ports.client, name, given), { action: name });
const show =
  (formula: Formula): Press =>
  ({ ports }) =>
    answerWithin(ports, 100, formula);

const enrich =
  (choice: Choice): Press =>
  async ({ ports }) => {
    const area = { sheet: 'sheet-1', row: 0, rows: 3, column: 0, columns: 1 };
    const { column, triage } = await readSelection(ports, area);
    const plan = await planRun(ports, {
      sheet: area.sheet,
      inputColumn: column,
      headerRow: triage.header?.row ?? null,
      rows: triage.rows,
      choices: [choice],
      where: 'newColumns',
      mode: 'onlyEmpty',
      isOverwriteConfirmed: false,
      withHidden: true,
    });
    return startEnrichment(ports, plan, { cap: 500, quoted: 500, maxAgeMs: 0 });
  };

type PanelUse = (typeof API_USES)[keyof typeof API_USES]['panel'][number];

/** A press for each thing that the panel does: a missing one does not compile. */
const PRESSES: Readonly<Record<PanelUse, Press>> = {
  'Test the key': ({ ports }) => ports.perform(askForVerdict()),
  'Explore a company by its slug': ({ ports }) => fetchCompanies(ports, ['stripe'], 1),
  'Explore a company': ({ ports }) => fetchCompanies(ports, ['stripe.com'], 1),
  'Compare two companies': ({ ports }) => fetchCompanies(ports, ['stripe.com', 'shopify.com'], 2),
  'Update answers': ({ ports }) => updateAnswers(ports, ['stripe.com'], 1, 0),
  'Update old answers': async ({ ports }) => {
    const outcomes = new Map([['stripe.com', { is: 'notTracked', asOfMs: 0 }]] as const);
    const payer = await ports.perform(account());
    await ports.perform(remember(payer!.id, 'company', { outcomes, missingRoutes: new Map() }));
    const { domains, price } = await findOldAnswers(ports, ['stripe.com', 'shopify.com']);
    return updateAnswers(ports, domains, price.credits, 0);
  },
  Diagnose: ({ ports }) => {
    const ask = async (message: string) => ({
      ok: true,
      value: message === 'testKey' ? await ports.perform(askForVerdict()) : { hasKey: true },
    });
    const host = { ports, findFaults: async () => [] };
    return examine({ ask, offers: new Set() } as unknown as PanelHost, host as unknown as BulkHost, () => 0);
  },
  'Enrich a column': enrich({ adds: 'company', field: 'industry' }),
  'Explore companies by name': show(companiesNamed('shop', NOT_NARROWED, 3)),
  'Find the domains of names': ({ ports }) =>
    findDomains(ports, [{ name: 'Shopify', rows: [1] }], { cap: 3, maxAgeMs: 0 }),
  'Rescan companies': act('startRescan', { domains: ['stripe.com'] }),
  'Report wrong data': act('flagCompany', { company: 'stripe.com', description: 'Wrong country.' }),
  'Explore the catalog': ({ ports }) => searchCatalogue(ports, 'technology', 'Shopify'),
  'Suggest names to a formula': ({ ports }) => suggestNames(ports, { kind: 'vendor', text: 'shop' }),
  'Suggest technologies': ({ ports }) => suggestNames(ports, { kind: 'technology', text: 'shop' }),
  'Explore companies that use a technology': show(companiesUsing('technology', 'shopify', NOT_NARROWED, 3)),
  'Explore companies that use a vendor': show(companiesUsing('vendor', 'shopify', NOT_NARROWED, 3)),
  'Explore the partners of a company': ({ ports }) => fetchPartnersOf(ports, 'stripe.com', 3, null),
  'Warm paths': ({ ports }) =>
    askPaths(ports, [{ account: 'stripe.com', partner: 'shopify.com' }], 2, {
      mayGoOn: () => true,
      onAnswered: () => undefined,
    }),
  'Explore shared partners': show(sharedPartners('stripe.com', 'shopify.com', 3)),
  'Draw the network of a company': show(edgesAround('stripe.com', 3)),
  'Enrich a column with partners': enrich({ adds: 'partners', field: 'name', type: null }),
  'Show lists': act('indexLists', {}),
  'Make a list': act('createList', { name: 'Mine' }),
  'Fields of conditions': act('readFields', {}),
  'Count before saving': act('previewCount', { definition: DEFINITION }),
  'Rename a list': act('renameList', { listId: 'lst_1', name: 'Ours' }),
  'Delete a list': act('deleteList', { listId: 'lst_1' }),
  'Read conditions': act('readDefinition', { listId: 'lst_1' }),
  'Replace conditions': act('replaceDefinition', { listId: 'lst_1', definition: DEFINITION }),
  'Show, insert and export the companies of a list': ({ ports }) =>
    fetchMembers(ports, 'lst_1', { tier: null, search: '' }, NO_MEMBERS, 3, () => undefined),
  'Count the companies of a list by tier': act('materializeList', { listId: 'lst_1' }),
  'Add domains': act('addDomains', { listId: 'lst_4', domains: ['slack.com'] }),
  'Exclude domains': act('excludeDomains', { listId: 'lst_4', domains: ['stripe.com'] }),
  'Share a list': act('shareList', { listId: 'lst_4', email: 'ann@example.com', access: 'editor' }),
  'Follow a rescan': async ({ ports }) => {
    const { record } = (await performAction(ports.client, 'startRescan', { domains: ['stripe.com'] })) as {
      readonly record: object;
    };
    return performAction(ports.client, 'checkRescan', { record: due(record) });
  },
};

/** The record once its first look is due. */
function due(record: object): object {
  return JSON.parse(JSON.stringify(record), (name, value: unknown) => (name === 'checkAfterMs' ? 0 : value)) as object;
}

/** A service without a route: what is sent there goes to one that it does not have. */
function reachWithout(operation: OperationName | undefined): Reach {
  if (operation === undefined) return reach;
  const { path } = OPERATIONS.find(({ name }) => name === operation)!;
  const route = new RegExp(`^/v1${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
  const { origin } = reach;
  return {
    origin,
    fetch: (url, sent) => fetch(route.test(new URL(url).pathname) ? `${origin}/v1/no-such-route` : url, sent),
  };
}

/** The operations that the service was asked for, without those before the press. */
const arrived = async (): Promise<readonly (string | null)[]> =>
  (await sandbox.log()).map(({ operation }) => operation);

it.each(
  USES.flatMap(([name, { formulas }]) => formulas.map(({ formula, without }) => [name, formula, without] as const)),
)('%s is asked for by %s', async (name, formula, without) => {
  const call = readFormulaCall(formula)!;
  const args = call.args.map((argument) => (argument.is === 'value' ? argument.value : null));
  await new SandboxHost(reachWithout(without)).ask(call.id, ...args);
  expect(await arrived()).toContain(name);
});

it.each(USES.flatMap(([name, { panel }]) => panel.map((use) => [name, use as PanelUse] as const)))(
  '%s is asked for by the panel: %s',
  async (name, use) => {
    const world = new SandboxPorts('trace_demo', [['Website'], ['stripe.com'], ['shopify.com']], reach);
    await PRESSES[use](world);
    expect(await arrived()).toContain(name);
  },
);

it('each action that is pressed is one that the page asks for', () => {
  const page = readdirSync('shared/panel', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join('shared/panel', name), 'utf8'))
    .join('\n');
  const actions = Object.values(PRESSES).flatMap((press) => ('action' in press ? [press.action as string] : []));
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !page.includes(`act('${action}'`) && !page.includes(`'${action}'`))).toEqual([]);
});

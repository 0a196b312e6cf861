import type { LookupOutcome } from '../../../shared/records/outcome';
import { TraceError } from '../../../shared/errors/trace-error';
import { WaitingCompany, type WaitingCell } from '../../../shared/lookup/waiting-company';

const FOUND: LookupOutcome = { is: 'found', record: { name: 'A' }, asOfMs: 1, text: '{"name":"A"}' };
const STALE: LookupOutcome = { is: 'found', record: { name: 'Old' }, asOfMs: 0 };
const FAILED: LookupOutcome = { is: 'failed', error: new TraceError('unreachable', {}) };

/** A cell that writes down what it is told. */
function makeCell(needsBatch = false): WaitingCell & { readonly told: unknown[] } {
  const told: unknown[] = [];
  return {
    told,
    wish: { maxAgeMs: 10, isAgeAsked: true, needsBatch },
    take: (_identifier, outcome, isRead) => told.push(isRead ? [outcome, 'read'] : outcome),
    end: () => told.push('end'),
  };
}

test('a cell is told once what came for it, and that nothing follows only when it is saved', () => {
  const cell = makeCell();
  const company = new WaitingCompany('a.com', [cell]);
  company.read(FOUND);
  expect(cell.told).toEqual([FOUND]);
  company.finish(FOUND);
  expect(cell.told).toEqual([FOUND, 'end']);
});

test('a cell that joins after the others have read is told that the record is gone', () => {
  const [first, late] = [makeCell(), makeCell()];
  const company = new WaitingCompany('a.com', [first]);
  company.read(FOUND);
  company.join(late);
  company.finish(FOUND);
  expect({ first: first.told, late: late.told }).toEqual({ first: [FOUND, 'end'], late: [[FOUND, 'read'], 'end'] });
});

test('what came stays, whatever fails after it', () => {
  const cell = makeCell();
  const company = new WaitingCompany('a.com', [cell]);
  company.stored = STALE;
  company.read(FOUND);
  company.finish(FAILED);
  expect(cell.told).toEqual([FOUND, 'end']);
});

test('a stale answer replaces a failure', () => {
  const cell = makeCell();
  const company = new WaitingCompany('a.com', [cell]);
  company.stored = STALE;
  company.finish(FAILED);
  expect(cell.told).toEqual([STALE, 'end']);
});

test('a cell that joins one company waits for no other that its first cell asks for', () => {
  const [first, late] = [makeCell(), makeCell()];
  const shared = [first];
  const [one, other] = [new WaitingCompany('a.com', shared), new WaitingCompany('b.com', shared)];
  one.join(late);
  other.finish(FAILED);
  expect({ first: first.told, late: late.told }).toEqual({ first: [FAILED, 'end'], late: [] });
});

test('of cells that are gone nothing more is asked, and they still get the answer', () => {
  const [gone, left] = [makeCell(), makeCell(true)];
  const company = new WaitingCompany('a.com', [gone]);
  gone.isGone = true;
  expect(company.verdictAt(0)).toBe('fresh');
  company.join(left);
  expect({ verdict: company.verdictAt(0), needsBatch: company.needsBatch }).toEqual({
    verdict: 'needed',
    needsBatch: true,
  });
  company.finish(FOUND);
  expect(gone.told).toEqual([FOUND, 'end']);
});

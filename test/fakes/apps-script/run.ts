import { randomUUID } from 'node:crypto';
import { isAllowed, scopeOf, type AuthMode, type Permission } from './auth-mode';
import type { Place } from './sheet/a1';
import type { Realm } from './realm';
import { callMs } from './service-times';
import type { User } from './user';
import type { DocumentStoreName, WorldState } from './world-state';

/** The cell that is calculated. */
export interface ActiveCell extends Place {
  readonly sheetId: number;
}

/** One run of the add-on's code, as Google's services see it. */
export class Run {
  /** The services called, in order, such as `UrlFetchApp.fetchAll`. */
  readonly calls: string[] = [];
  readonly id = randomUUID();
  readonly startMs: number;
  private isCutOff = false;
  private readonly endings: (() => void)[] = [];

  constructor(
    readonly state: WorldState,
    readonly realm: Realm,
    readonly authMode: AuthMode,
    readonly user: User,
    private readonly limitMs: number,
    /** `null`: Google does not report it, as when a spreadsheet is calculated while it opens. */
    readonly cell: ActiveCell | null,
  ) {
    this.startMs = state.clock.nowMs();
  }

  /** Google ends a run at any point, and no service answers it afterwards. */
  get isOver(): boolean {
    return this.isCutOff || this.state.clock.nowMs() - this.startMs > this.limitMs;
  }

  /** Whether Google gives a formula `null` for a store of the document. */
  lacks(store: DocumentStoreName): boolean {
    return this.authMode === 'CUSTOM_FUNCTION' && this.state.nullInFunctions.has(store);
  }

  /** Adds what Google does once the code has ended. */
  atEnd(act: () => void): void {
    this.endings.push(act);
  }

  finish(): void {
    if (this.isOver && this.state.cutOff?.makesCollectedChanges !== true) return;
    for (const act of this.endings) act();
  }

  /** Records a call; throws if this run may not make it. */
  call(name: string, permission: Permission | null): void {
    if (this.isOver) this.fail(EXCEEDED);
    this.calls.push(name);
    this.state.meanwhile?.(this.calls);
    this.isCutOff = this.calls.length > (this.state.cutOff?.afterCalls ?? Infinity);
    if (this.isCutOff) this.fail(EXCEEDED);
    if (permission === null) return;
    this.spend(callMs(this.state.times, this.calls.length));
    if (isAllowed(this.authMode, permission)) return this.checkConsent(name, permission);
    this.fail(
      permission === 'ui'
        ? `Cannot call ${name}() from this context.`
        : `You do not have permission to call ${name}. Required permissions: see the manifest.`,
    );
  }

  /** Menus and formulas need no permission from the user. */
  private checkConsent(name: string, permission: Permission): void {
    const scope = scopeOf(permission);
    if (this.authMode !== 'FULL' || scope === null || !this.state.withheldScopes.has(scope)) return;
    this.fail(`You do not have permission to call ${name}. Required permissions: ${scope}`);
  }

  fail(message: string): never {
    this.state.exceptions.push(message);
    throw this.realm.toException(message);
  }

  /** Advances the clock; throws if that ends the run. */
  spend(ms: number): void {
    this.state.clock.advance(ms);
    if (this.isOver) this.fail(EXCEEDED);
  }
}

export const EXCEEDED = 'Exceeded maximum execution time';

import { IDBFactory } from 'fake-indexeddb';
import type { PageDatabases } from './page';

/** A connection, as far as browsers interfere with it. */
interface Connection {
  transaction(...asked: readonly unknown[]): object;
  close(): void;
}

interface OpenRequest {
  readonly result: Connection;
  addEventListener(name: 'success', listener: () => void): void;
}

/** A request that never calls back. */
const SILENT = {
  get: () => ({}),
  put: () => ({}),
  delete: () => ({}),
  getAllKeys: () => ({}),
  getAll: () => ({}),
  openCursor: () => ({}),
};

/**
 * The browser's databases by the standard's own rules (npm `fake-indexeddb`), with what browsers do to them: an open
 * or a transaction that never calls back (https://bugs.webkit.org/show_bug.cgi?id=226547), connections that are lost
 * without notice (https://github.com/jakearchibald/idb-keyval/issues/120), and an open that throws
 * (https://developer.mozilla.org/docs/Web/API/IDBFactory/open#exceptions).
 */
export class BrowserDatabases implements PageDatabases {
  hangs: 'opening' | 'asking' | null = null;
  /** Whether an open throws, as for a site that may store nothing. */
  isRefused = false;
  /** How often a page has opened one. */
  opened = 0;
  private readonly factory = new IDBFactory() as { open(name: string): OpenRequest };
  private readonly connections: Connection[] = [];

  openFor(): object {
    return { open: (name: string) => this.open(name) };
  }

  /** Closes all connections without notice. */
  closeAll(): void {
    for (const connection of this.connections.splice(0)) connection.close();
  }

  private open(name: string): object {
    this.opened += 1;
    if (this.isRefused) throw new DOMException('The operation is insecure.', 'SecurityError');
    if (this.hangs === 'opening') return {};
    const request = this.factory.open(name);
    request.addEventListener('success', () => {
      const connection = request.result;
      this.connections.push(connection);
      const transaction = connection.transaction.bind(connection);
      connection.transaction = (...asked) =>
        this.hangs === 'asking' ? { objectStore: () => ({ ...SILENT, transaction: {} }) } : transaction(...asked);
    });
    return request;
  }
}

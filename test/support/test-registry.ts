/** The whois server of the registry, which can be told other things and be away. */

import {
  listenWhois,
  NO_OBJECT,
  whoisAnswer,
  type WhoisServer,
} from '../../src/demo/whois-server.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { record } from './people.ts';

export class TestRegistry {
  readonly #records: Map<string, RegistryRecord>;
  #server: WhoisServer | undefined;
  readonly port: number;

  private constructor(records: Map<string, RegistryRecord>, server: WhoisServer) {
    this.#records = records;
    this.#server = server;
    this.port = server.port;
  }

  static async open(records: readonly RegistryRecord[]): Promise<TestRegistry> {
    const table = new Map<string, RegistryRecord>(records.map((one) => [one.cctld, one]));
    return new TestRegistry(table, await serve(table, 0));
  }

  change(cctld: string, admin: string): void {
    const old = this.#records.get(cctld);
    if (old === undefined) throw new Error(`the registry has no .${cctld}`);
    this.#records.set(cctld, record(cctld, old.organisation, admin));
  }

  /** Lists this record from now on, and returns the one of before. */
  set(fresh: RegistryRecord): RegistryRecord | undefined {
    const old = this.#records.get(fresh.cctld);
    this.#records.set(fresh.cctld, fresh);
    return old;
  }

  async goDown(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  async comeBack(): Promise<void> {
    this.#server = await serve(this.#records, this.port);
  }
}

function serve(records: ReadonlyMap<string, RegistryRecord>, port: number): Promise<WhoisServer> {
  return listenWhois((socket, query) => {
    const found = records.get(query);
    socket.end(found === undefined ? NO_OBJECT : whoisAnswer(found));
  }, port);
}

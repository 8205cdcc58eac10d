/** Opens the world of the model once; many sequences are played in it, one after the other. */

import { startSink } from '../../src/demo/sink.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { testDatabase } from '../support/database.ts';
import { startDns } from '../support/dns-server.ts';
import { rememberTables } from '../support/restore.ts';
import { startWhois, whoisAnswer } from '../support/whois-server.ts';
import { ZONE } from './cast.ts';
import { Relay } from './relay.ts';
import { World } from './world.ts';

export async function openWorld(): Promise<World> {
  const database = await testDatabase();
  const relay = new Relay(database.db);
  const [dns, sink] = await Promise.all([startDns(ZONE), startSink(relay.options)]);
  const records = new Map<string, RegistryRecord>();
  const whois = await startWhois({ answers: (query) => answerFor(records, query) });
  const forget = await rememberTables(database.db);
  const world = new World({
    db: database.db,
    url: database.url,
    dns,
    sink,
    relay,
    whois,
    records,
    forget,
  });
  world.atEnd.push(
    () => sink.close(),
    () => dns.close(),
    () => whois.close(),
    () => database.close(),
  );
  return world;
}

type Records = ReadonlyMap<string, RegistryRecord>;

function answerFor(records: Records, query: string): string | undefined {
  const found = records.get(query);
  return found && whoisAnswer(found);
}

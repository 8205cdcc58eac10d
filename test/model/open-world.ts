/** Opens the world of the model once; many sequences are played in it, one after the other. */

import { startSink } from '../../src/demo/sink.ts';
import { testDatabase } from '../support/database.ts';
import { startDns } from '../support/dns-server.ts';
import { record } from '../support/people.ts';
import { rememberTables } from '../support/restore.ts';
import { startWhois, whoisAnswer } from '../support/whois-server.ts';
import { ZONE } from './cast.ts';
import { Relay } from './relay.ts';
import { World } from './world.ts';

export async function openWorld(): Promise<World> {
  const database = await testDatabase();
  const relay = new Relay(database.db);
  const [dns, sink] = await Promise.all([startDns(ZONE), startSink(relay.options)]);
  const anchors = new Map<string, string>();
  const whois = await startWhois({ answers: (query) => answerFor(anchors, query) });
  const forget = await rememberTables(database.db);
  const world = new World({
    db: database.db,
    url: database.url,
    dns,
    sink,
    relay,
    whois,
    anchors,
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

function answerFor(anchors: ReadonlyMap<string, string>, query: string): string | undefined {
  const anchor = anchors.get(query);
  return anchor === undefined
    ? undefined
    : whoisAnswer(record(query, `Registry of ${query}`, anchor));
}

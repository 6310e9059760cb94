import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenForEvents } from '#platform/http/events.ts';
import type { LiveEvent } from '#platform/http/events.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { as, smallWorld } from '../../../test/support/world.ts';
import { startCall } from './commands/start.ts';
import { layDown } from './commands/finish.ts';
import { saveCall } from './commands/typed.ts';

const base = await testDatabase();
const world = await smallWorld(base);

test('Live screens are told of a red flag and of a queue that changes, never of who or what, and not at every keystroke', async () => {
  const heard: LiveEvent[] = [];
  const events = await listenForEvents(base.appUrl);
  events.subscribe((event) => heard.push(event));
  const now = Temporal.Now.instant();
  const navigator = as(base.db, world.actors.navigator);
  const started = await startCall(navigator, { channel: 'desk', practiceId: undefined, callerPhone: undefined });
  assert.ok(started.ok);
  for (const words of ['a', 'a sore', 'a sore knee'])
    await saveCall(navigator, started.value, { form: { words }, now });
  await saveCall(navigator, started.value, { form: { words: 'crushing chest pain' }, now });
  await layDown(navigator, started.value, Temporal.Now.instant());
  while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  await events.close();
  const payload = { group: world.groupId, practice: 'XA001' };
  assert.deepEqual(heard, [
    { topic: 'red-flags', payload },
    { topic: 'requests', payload },
  ]);
});

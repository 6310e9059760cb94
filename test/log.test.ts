import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchedLog } from './support/log.ts';

void test('A line of the log with a field or a message that is not known to name nobody is a fault', () => {
  const log = watchedLog();
  log.write(JSON.stringify({ level: 30, msg: 'request completed', res: { statusCode: 200 } }));
  assert.deepEqual(log.faults, []);
  log.write(JSON.stringify({ level: 30, msg: 'search for 943 476 5919', looked: '943 476 5919' }));
  log.write(JSON.stringify({ level: 30, msg: 'incoming request', req: { method: 'GET', url: '/patients?q=Smith' } }));
  assert.deepEqual(log.faults, ['the field looked', 'the message search for 943 476 5919', 'the field req.url']);
});

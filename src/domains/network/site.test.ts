import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSite } from './site.ts';

test('a site is read with its postcode as it is written on letters, and what is not said is not known', () => {
  assert.deepEqual(readSite({ name: ' Mill  Lane ', postcode: 'ip12ab', latitude: '', stepFree: '' }), {
    ok: true,
    value: { name: 'Mill Lane', address: null, postcode: 'IP1 2AB', latitude: null, longitude: null, stepFree: null },
  });
  const full = readSite({
    name: 'Mill Lane',
    address: '1 Mill Lane',
    latitude: '52.05',
    longitude: '1.14',
    stepFree: 'no',
  });
  assert.ok(full.ok);
  assert.deepEqual([full.value.latitude, full.value.longitude, full.value.stepFree], [52.05, 1.14, false]);
});

test('every wrong field of a site is named at once, and swapped coordinates are noticed', () => {
  const fields = (given: Parameters<typeof readSite>[0]) => {
    const read = readSite(given);
    return read.ok ? [] : read.error.map(({ field }) => field);
  };
  assert.deepEqual(fields({ name: ' ', postcode: 'nowhere', stepFree: 'perhaps' }), ['name', 'postcode', 'stepFree']);
  assert.deepEqual(fields({ name: 'a', latitude: '1.14', longitude: '52.05' }), ['latitude', 'longitude']);
  assert.deepEqual(fields({ name: 'a', latitude: '52.05' }), ['longitude']);
});

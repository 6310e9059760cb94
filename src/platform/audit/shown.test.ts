import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readsShown, type Line, type Page } from './shown.ts';

const read = (subject: string): Line => ({ kind: 'read', class: 'patient', practice_id: 'XA001', subject_id: subject });
const act: Line = { kind: 'act', class: null, practice_id: 'XA001', subject_id: null };
const opened: Page = { session: 's1', role: 'r1', action: 'see-day', refresh: false };
const refreshed: Page = { ...opened, refresh: true };

/** A clock to be moved, and what a request that shows these lines records. */
function shownAt() {
  let minute = 0;
  const pages = readsShown(() => Temporal.Instant.from('2026-03-02T09:00Z').add({ minutes: minute }));
  return {
    at: (next: number) => (minute = next),
    shows: (page: Page, lines: readonly Line[], { fails = false } = {}): (string | null)[] => {
      const shown = pages(page);
      const recorded = shown.toRecord(lines);
      if (!fails) shown.recorded(recorded);
      return recorded.map(({ subject_id: subject }) => subject);
    },
  };
}

test('a page that refreshes itself is one read of each patient in fifteen minutes, counted from the one recorded', () => {
  const { at, shows } = shownAt();
  assert.deepEqual(shows(opened, [read('a')]), ['a']);
  at(14);
  assert.deepEqual(shows(refreshed, [read('a')]), []);
  at(15);
  assert.deepEqual(shows(refreshed, [read('a')]), ['a']);
  at(29);
  assert.deepEqual(shows(refreshed, [read('a')]), []);
  at(61);
  assert.deepEqual(shows(refreshed, [read('a')]), ['a']);
});

test('a patient newly shown is always recorded, and so is an act, and each opening of the page', () => {
  const { shows } = shownAt();
  assert.deepEqual(shows(refreshed, [read('a')]), ['a'], 'though nobody had opened the page before');
  assert.deepEqual(shows(refreshed, [read('a'), read('b'), act]), ['b', null]);
  assert.deepEqual(shows(refreshed, [read('a'), read('b')]), []);
  assert.deepEqual(shows(opened, [read('a')]), ['a']);
});

test('another session, role or page, or another class of the same subject, is another read', () => {
  const { shows } = shownAt();
  shows(opened, [read('a')]);
  for (const other of [{ session: 's2' }, { role: 'r2' }, { action: 'see-red-flags' }])
    assert.deepEqual(shows({ ...refreshed, ...other }, [read('a')]), ['a']);
  assert.deepEqual(shows(refreshed, [{ ...read('a'), class: 'visit' }]), ['a']);
});

test('what could not be recorded is not remembered as recorded', () => {
  const { shows } = shownAt();
  assert.deepEqual(shows(opened, [read('a')], { fails: true }), ['a']);
  assert.deepEqual(shows(refreshed, [read('a')]), ['a']);
});

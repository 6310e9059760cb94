import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** The most the demonstration's provider remembers of one kind; the oldest goes first. */
const most = 5000;

/** What the demonstration's provider remembers of one kind of thing: in memory, for as long as it said. `now` is in epoch milliseconds. */
export function demoMemory(now: () => number): Adapter {
  const kept = new Map<string, Kept>();
  const find = (id: string): AdapterPayload | undefined => {
    const found = kept.get(id);
    return found && found.until > now() ? found.payload : undefined;
  };
  const by = (property: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    [...kept.values()].find(({ payload, until }) => payload[property] === value && until > now())?.payload;
  return {
    upsert: async (id, payload, seconds = 3600) => {
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
      kept.set(id, { payload, until: now() + seconds * 1000 });
      return Promise.resolve();
    },
    find: async (id) => Promise.resolve(find(id)),
    findByUid: async (uid) => Promise.resolve(by('uid', uid)),
    findByUserCode: async (code) => Promise.resolve(by('userCode', code)),
    consume: async (id) => {
      const payload = find(id);
      if (payload) payload.consumed = Math.floor(now() / 1000);
      return Promise.resolve();
    },
    destroy: async (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
    revokeByGrantId: async (grantId) => {
      for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      return Promise.resolve();
    },
  };
}

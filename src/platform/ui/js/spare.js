// A draft that the server does not have yet stays in this browser, sealed: a tab that is closed or a machine that fails while
// the line is down loses nothing. The key comes from the server, to its writer alone, and is never kept here. What nobody
// came back for is thrown away after a day.
import { pageMark, writtenIn } from './written.js';

const PREFIX = 'sp-spare:';
const DAY = 86_400_000;
// Neither is there on a page without a secure line, and then nothing is kept here.
const able = globalThis.crypto?.subtle !== undefined && navigator.locks !== undefined;
const here = location.pathname + location.search;
/** What is not kept elsewhere yet, by form. */
const unkept = new Map();
let sealing;
let turn = 0;
let claimed = false;

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Takes the key of whoever is signed in, in base64: from now on their drafts are sealed with it. */
export async function takeKey(key) {
  if (!able) return;
  sealing = await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  await seal();
}

/** Keeps a spare copy of what stands in a form, until `spared` says that the server has it. */
export function spare(form) {
  unkept.set(form, writtenIn(form));
  void seal();
}

/** Throws the spare copy of a form away. */
export function spared(form) {
  if (unkept.delete(form)) void seal();
}

// What is sealed last is what stands, whichever is done first.
async function seal() {
  const mine = (turn += 1);
  const forms = [...unkept.values()].filter(Boolean);
  if (forms.length === 0) return localStorage.removeItem(PREFIX + pageMark);
  if (sealing === undefined) return undefined;
  claim();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify({ path: here, forms }));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, text);
  if (mine !== turn) return undefined;
  return localStorage.setItem(
    PREFIX + pageMark,
    JSON.stringify({ at: Date.now(), iv: base64(iv), text: base64(sealed) }),
  );
}

// As long as this page is there it looks after its own copy: other pages can tell by the lock.
function claim() {
  if (claimed) return;
  claimed = true;
  void navigator.locks.request(PREFIX + pageMark, () => new Promise(() => undefined));
}

/** The copies that pages left behind which are gone, each with the mark of its page: only those this person sealed. */
export async function leftBehind() {
  if (sealing === undefined) return [];
  const { held } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  const found = [];
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX) && !alive.has(one))) {
    const copy = await open(name);
    if (copy) found.push({ ...copy, mark: name.slice(PREFIX.length) });
  }
  return found;
}

/** Throws away what a page left behind: the server has it. */
export const forget = (mark) => localStorage.removeItem(PREFIX + mark);

async function open(name) {
  try {
    const { at, iv, text } = JSON.parse(localStorage.getItem(name));
    if (Date.now() - at > DAY) return void localStorage.removeItem(name);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, sealing, bytesOf(text));
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    // Somebody else's, who may come back to this machine.
    return undefined;
  }
}

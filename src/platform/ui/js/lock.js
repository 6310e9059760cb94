// Locks the screen when nobody has used it for a while, or when Lock is pressed. The screen is covered at once; what was
// half-written goes to the server with the lock, form by form, and comes back into the same forms after unlocking.
import { forget, leftBehind, takeKey } from './spare.js';
import { changed, formKey, isKept, keptFields, pageMark, writtenIn } from './written.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const idleSeconds = Number(meta('sp-idle-seconds') ?? 0);
const MARKS = 'sp-marks';
let covered = false;

// The answer to a form stands at an address that cannot be opened again: from here on it is the page the form stood on.
const answered = location.pathname + location.search;
const formPage = meta('sp-form-page');
if (formPage) history.replaceState(history.state, '', formPage);
const here = location.pathname + location.search;

/** Whether a form was refused: it comes back filled in, but its page opened anew does not. */
const wasRefused = (form) => Boolean(formPage) && formKey(form)?.split('#')[0] === answered;

const halfWritten = () =>
  [...document.querySelectorAll('form')]
    .filter(isKept)
    .flatMap((form) => writtenIn(form, { refused: wasRefused(form) }) ?? []);

function cover() {
  const screen = document.createElement('div');
  screen.className = 'cover';
  screen.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.className = 'lead';
  words.textContent = 'Locking. What you were writing is being kept.';
  screen.append(words);
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  document.querySelectorAll(':popover-open').forEach((open) => open.hidePopover());
  document.body.append(screen);
  document.body.classList.add('covered');
  return words;
}

async function lock() {
  if (covered) return;
  covered = true;
  const body = JSON.stringify({ path: here, mark: pageMark, forms: halfWritten(), _csrf: meta('sp-csrf') ?? '' });
  // Which page of this window it was, for putting it back here and nowhere else: a mark without a meaning of its own.
  remember(pageMark);
  const words = cover();
  let goTo;
  for (let failures = 0; ; failures += 1) {
    const answer = await fetch('/lock', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      redirect: 'manual',
    }).catch(() => undefined);
    if (answer?.ok) ({ goTo } = await answer.json().catch(() => ({})));
    if (answer && (answer.ok || answer.type === 'opaqueredirect')) break;
    if (answer?.status === 403) return cannotKeep(words);
    words.textContent =
      'Your screen is covered. We cannot reach the server to lock it and keep what you were writing, and are trying again.';
    await new Promise((done) => setTimeout(done, Math.min(15_000, 1000 * 2 ** failures)));
  }
  location.replace(isOurs(goTo) ? goTo : `/locked?return=${encodeURIComponent(here)}`);
}

const isOurs = (address) => typeof address === 'string' && address.startsWith('/') && !address.startsWith('//');

function cannotKeep(words) {
  const again = Object.assign(document.createElement('a'), { href: here, textContent: 'Open the page again' });
  words.replaceChildren('You signed in again in another tab. What was written here could not be kept. ', again);
}

const remember = (mark) => sessionStorage.setItem(MARKS, [...ownMarks(), mark].slice(-40).join());
const ownMarks = () => (sessionStorage.getItem(MARKS) ?? '').split(',').filter(Boolean);

/** What waits for this page, and the key to what pages that are gone have left in this browser. */
async function askForKept() {
  const asked = new URLSearchParams({ path: here, mark: ownMarks().join() });
  const answer = await fetch(`/kept-form?${asked}`, { headers: { accept: 'application/json' } }).catch(() => undefined);
  return answer?.ok ? answer.json() : {};
}

async function putBack() {
  const forms = [...document.querySelectorAll('form')].filter(isKept);
  const spares = Object.keys(localStorage).some((name) => name.startsWith('sp-spare:'));
  if (forms.length === 0 && ownMarks().length === 0 && !spares) return;
  let waiting = await askForKept();
  if (waiting.key) await takeKey(waiting.key);
  const moved = await moveLeftBehind();
  if (moved.some(({ path }) => path === here)) waiting = await askForKept();
  sayMoved(moved.filter(({ path }) => path !== here));
  const { forms: kept = [], flagged } = waiting;
  const filled = [];
  let [waits, elsewhere] = [false, false];
  for (const { id, action, fields, own } of kept) {
    // What another window wrote goes back where its writer asks for it: that window may still be there.
    if (!own && location.hash !== `#kept-${id}`) {
      elsewhere = true;
      continue;
    }
    const form = forms.find((one) => formKey(one) === action);
    const put = form ? fill(form, fields) : { some: false, all: false };
    if (put.some) filled.push(form);
    if (put.all) void drop(id);
    else waits = true;
  }
  if (kept.length > 0) say({ filled, waits, elsewhere, flagged });
}

/** Gives the server what pages that are gone could not give it; it is heard and waits like what a lock interrupted. */
async function moveLeftBehind() {
  const moved = [];
  for (const { mark, path, forms } of await leftBehind()) {
    const answer = await fetch('/kept-form', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ path, mark, forms, _csrf: meta('sp-csrf') ?? '' }),
      redirect: 'manual',
    }).catch(() => undefined);
    if (!answer?.ok) continue;
    forget(mark);
    remember(mark);
    moved.push({ path, ...(await answer.json().catch(() => ({}))) });
  }
  return moved;
}

/** Says what was written without a connection on another page, and a danger that was found in it. */
function sayMoved(moved) {
  if (moved.length === 0) return;
  const note = noteOf('What you wrote without a connection is kept. ');
  for (const { path, flagged } of moved) {
    if (flagged) note.append(linkTo(flagged, 'A red flag was found in it'), '. ');
    note.append(linkTo(path, 'Go back to it'), '. ');
  }
  document.querySelector('main')?.before(note.parentElement);
}

const linkTo = (href, textContent) => Object.assign(document.createElement('a'), { href, textContent });

/** The paragraph of a new note, beginning with these words. */
function noteOf(...words) {
  const note = document.createElement('div');
  note.className = 'flash flash--note';
  note.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.append(...words);
  note.append(text);
  return text;
}

/** Puts what was written back into its form; what has no place there any more, or was typed over, is left. */
function fill(form, fields) {
  const there = keptFields(form);
  let [some, all] = [false, true];
  for (const [name, value] of Object.entries(fields)) {
    const values = [value].flat();
    const boxes = there.filter((field) => field.name === name);
    const texts = boxes.filter(({ type }) => type !== 'checkbox' && type !== 'radio');
    const fits =
      texts.length > 0
        ? values.length === texts.length && texts.every((field, at) => takes(field, values[at]))
        : values.every((one) => boxes.some((box) => box.value === one));
    if (!fits) {
      all = false;
      continue;
    }
    for (const box of boxes) {
      if (texts.includes(box)) box.value = values[texts.indexOf(box)];
      else box.checked = values.includes(box.value);
      const shows = box.value !== '' && (texts.includes(box) || box.checked);
      for (let at = shows && box.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
      some ||= box.type !== 'hidden';
    }
  }
  if (some) form.dispatchEvent(new Event('input', { bubbles: true }));
  return { some, all };
}

function takes(field, value) {
  if (field.matches('select')) return [...field.options].some((option) => option.value === value);
  return field.type === 'hidden' || !changed(field) || field.value === value;
}

function drop(id) {
  const body = new URLSearchParams({ id, _csrf: meta('sp-csrf') ?? '' });
  return fetch('/kept-forms/drop', { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(
    () => undefined,
  );
}

function say({ filled, waits, elsewhere, flagged }) {
  const words = noteOf();
  const note = words.parentElement;
  if (filled.length > 0) words.append('What you were writing is back. ');
  if (waits)
    words.append(
      filled.length > 0 ? 'Not all of it has a place here. ' : 'What you were writing has no place here now. ',
    );
  if (elsewhere) words.append('You were writing on this page in another window too. ');
  if (waits || elsewhere) words.append(linkTo('/kept-forms', 'See what you wrote'), '. ');
  if (flagged) words.append(linkTo(flagged, 'A red flag was found in it'));
  const [first] = filled;
  // Nothing that is fetched again takes the note with it.
  if (first) (first.closest('[data-live]') ?? first).before(note);
  else document.querySelector('main')?.before(note);
}

if (meta('sp-csrf')) {
  for (const form of document.querySelectorAll('form[data-lock]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void lock();
    });
  }
  document.addEventListener('sp:locked', () => void lock());
  if (globalThis.spLockPressed?.()) void lock();
  else void putBack();
}

if (idleSeconds > 0) {
  // Work in one tab keeps the others awake: they are one person at one screen.
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('sp-awake') : null;
  let last = Date.now();
  let told = 0;
  const awake = () => {
    last = Date.now();
    if (last - told > 5000) {
      told = last;
      tabs?.postMessage('awake');
    }
  };
  tabs?.addEventListener('message', () => (last = Date.now()));
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
    document.addEventListener(kind, awake, { passive: true, capture: true });
  }
  setInterval(() => {
    if (Date.now() - last > idleSeconds * 1000) void lock();
  }, 1000);
  // A page brought back by the back button may show what the lock hid.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

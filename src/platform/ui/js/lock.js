// Locks the screen when nobody has used it for a while, or when Lock is pressed. The screen is covered at once;
// what was half-written in form[data-keep] goes to the server with the lock and comes back after unlocking.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const idleSeconds = Number(meta('sp-idle-seconds') ?? 0);
const here = location.pathname + location.search;
let covered = false;

function halfWritten() {
  const fields = new URLSearchParams();
  for (const form of document.querySelectorAll('form[data-keep]')) {
    for (const [name, value] of new FormData(form)) {
      const secret = form.querySelector(`[type=password][name="${CSS.escape(name)}"]`);
      if (typeof value === 'string' && value !== '' && !name.startsWith('_') && !secret) fields.set(name, value);
    }
  }
  return fields;
}

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
  const body = halfWritten();
  body.set('path', here);
  body.set('_csrf', meta('sp-csrf') ?? '');
  const words = cover();
  for (let failures = 0; ; failures += 1) {
    const answer = await fetch('/lock', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
    if (answer && (answer.ok || answer.type === 'opaqueredirect')) break;
    words.textContent =
      'Your screen is covered. We cannot reach the server to lock it and keep what you were writing, and are trying again.';
    await new Promise((done) => setTimeout(done, Math.min(15_000, 1000 * 2 ** failures)));
  }
  location.replace(`/locked?return=${encodeURIComponent(here)}`);
}

async function putBack() {
  const forms = [...document.querySelectorAll('form[data-keep]')];
  if (forms.length === 0) return;
  const answer = await fetch(`/kept-form?path=${encodeURIComponent(here)}`, {
    headers: { accept: 'application/json' },
  }).catch(() => undefined);
  const { fields, flagged } = answer?.ok ? await answer.json() : { fields: null };
  if (!fields) return;
  for (const form of forms) {
    for (const [name, value] of Object.entries(fields)) fill(form.elements.namedItem(name), value);
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const note = document.createElement('div');
  note.className = 'flash flash--note';
  note.setAttribute('role', 'status');
  note.textContent = 'What you were writing before the screen locked is back.';
  if (flagged) {
    const link = Object.assign(document.createElement('a'), {
      href: flagged,
      textContent: 'A red flag was found in it',
    });
    note.append(' ', link);
  }
  forms[0].before(note);
}

function fill(field, value) {
  // What a form had seen goes back with its words: whether they are out of date is judged by that.
  if (!field || (field.type === 'hidden' && field.dataset.back === undefined)) return;
  if (field instanceof RadioNodeList) field.value = value;
  else if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.value === value;
  else if ('value' in field) field.value = value;
}

if (meta('sp-csrf')) {
  for (const form of document.querySelectorAll('form[data-lock]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void lock();
    });
  }
  document.addEventListener('sp:locked', () => void lock());
  void putBack();
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

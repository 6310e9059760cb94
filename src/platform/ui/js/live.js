// A region that follows the day: <section id="board" data-live="/events" data-live-on="bookings requests">.
// When the server says that something changed, the region is fetched again (from data-live-src, else this page). A form in
// which somebody has typed stays as it is, with what was typed in it, and everything around it is new.
import { keysOf, unsettle } from './keys.js';
import { formKey, holdsText } from './written.js';

function follow(region) {
  // It may stand in the region, and be new after each refresh.
  const statusNow = () =>
    document.querySelector(`[data-live-status="${region.id}"]`) ?? document.querySelector('[data-live-status]');
  const topics = (region.dataset.liveOn ?? '').split(/[\s,]+/).filter(Boolean);
  let source;
  let waiting = false;
  let lost = false;
  let failures = 0;

  function say(words, on) {
    const status = statusNow();
    if (!status) return;
    status.classList.toggle('live--off', !on);
    if (status.textContent !== words) status.textContent = words;
  }

  // Nothing moves under someone who is writing in it.
  const busy = () =>
    region.contains(document.activeElement) && document.activeElement.matches('input, textarea, select');

  function soon() {
    if (waiting) return;
    waiting = true;
    setTimeout(async () => {
      waiting = false;
      if (!busy()) return void (await refresh());
      say('Something new: shown when you leave the box', true);
      document.activeElement.addEventListener('blur', soon, { once: true });
    }, 300);
  }

  async function refresh() {
    const from = region.dataset.liveSrc ?? location.pathname + location.search;
    const answer = await fetch(from, {
      headers: { accept: 'text/html', 'sp-refresh': 'yes' },
      redirect: 'manual',
    }).catch(() => undefined);
    if (!answer) return say('Reconnecting', false);
    if (!answer.ok) return stop();
    const fetched = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = fetched.getElementById(region.id) ?? fetched.body;
    const opened = [...region.querySelectorAll('details[open][id]')].map((d) => d.id);
    // While it was fetched somebody may have begun to write.
    if (busy()) return soon();
    const active = document.activeElement;
    const focus = focusPath();
    const before = keysOf(region);
    const parts = document.createDocumentFragment();
    parts.append(...fresh.childNodes);
    carryOver(region, parts);
    region.replaceChildren(parts);
    if (source?.readyState === EventSource.OPEN) say('Live', true);
    region.dispatchEvent(new CustomEvent('sp:fresh', { bubbles: true, detail: fetched }));
    if (keysOf(region) !== before) unsettle();
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
    if (active !== document.activeElement && region.contains(active)) active.focus();
    else if (focus) focus()?.focus();
  }

  function focusPath() {
    const active = document.activeElement;
    if (!active || !region.contains(active)) return null;
    const inNew = (selector) => () => region.querySelector(selector);
    if (active.id) return inNew(`#${CSS.escape(active.id)}`);
    const href = active.getAttribute('href');
    if (href) return inNew(`a[href="${CSS.escape(href)}"]`);
    if (active.dataset.key) return inNew(`[data-key="${CSS.escape(active.dataset.key)}"]`);
    const named = active.matches('summary') && active.parentElement.id;
    if (named) return inNew(`#${CSS.escape(named)} > summary`);
    if (!active.form) return null;
    const [key, at] = [formKey(active.form), [...active.form.elements].indexOf(active)];
    return () => formOf(region, key)?.elements[at];
  }

  function stop() {
    source?.close();
    say('No longer live: reload the page', false);
  }

  function open() {
    source = new EventSource(region.dataset.live);
    source.addEventListener('open', () => {
      failures = 0;
      say('Live', true);
      if (lost) soon();
      lost = false;
    });
    for (const topic of ['message', 'reconnected', ...topics]) source.addEventListener(topic, soon);
    source.addEventListener('ended', stop);
    source.addEventListener('error', () => {
      lost = true;
      say('Reconnecting', false);
      if (source.readyState !== EventSource.CLOSED) return;
      failures += 1;
      if (failures > 20) return stop();
      setTimeout(open, Math.min(30_000, 1000 * 2 ** failures));
    });
  }
  open();
}

const formOf = (root, key) => [...root.querySelectorAll('form')].find((form) => formKey(form) === key);

/** Puts the forms somebody has typed in where the new ones would stand; what has no place any more stays above the rest. */
function carryOver(region, fresh) {
  const left = [];
  for (const form of [...region.querySelectorAll('form')].filter(holdsText)) {
    const place = formOf(fresh, formKey(form));
    if (place) place.replaceWith(form);
    else left.push(form);
  }
  if (left.length === 0) return;
  const note = Object.assign(document.createElement('div'), { className: 'flash flash--note' });
  const words = document.createElement('p');
  words.textContent = 'This has been dealt with elsewhere. What you wrote is still here: copy what you need.';
  note.setAttribute('role', 'status');
  note.append(words);
  fresh.prepend(note, ...left);
}

for (const region of document.querySelectorAll('[data-live][id]')) follow(region);

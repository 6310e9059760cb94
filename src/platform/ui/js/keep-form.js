// Keeps a form on the server as it is typed: <form data-autosave="/where"> with a [data-autosave-status] beside it.
// It says "Kept" only of what the server has acknowledged; until then the browser has a sealed copy of it. While what is typed does not
// arrive, a bar [data-not-kept="form id"] of the page stands, where it has one.
import { asItStands, hold, sendCopy } from './sent-form.js';
import { spare, spared } from './spare.js';
import { clockWords } from './when.js';
import { changed, pageMark } from './written.js';

const PAUSE = 500;
// An answer that takes longer than this counts as a lost connection until it comes.
const SLOW = 5000;
/** Milliseconds that a page which must be seen at once waits for the last letters before it to be kept. */
const REST = 400;
const RETRIES = [1000, 2000, 4000, 8000, 15_000];
const FULL =
  'No more fits here: what is beyond it is not kept, and not looked through for red flags. Shorten it, or start another request.';

function keep(form) {
  const status =
    document.querySelector(`[data-autosave-status="${form.id}"]`) ?? form.querySelector('[data-autosave-status]');
  const bar = document.querySelector(`[data-not-kept="${form.id}"]`);
  // What was typed before this script came is not kept yet, though it stands in the form.
  const early = [...form.elements].some(changed);
  let acknowledged = early ? '' : snapshot();
  let timer;
  let sending;
  let waiting;
  let replaced = false;
  let failures = 0;
  let note;
  let ended = false;

  function snapshot() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    return fields.toString();
  }

  // A box that takes no more letters drops the rest without a word, and nobody hears it.
  function isFull() {
    return [...form.elements].some(({ value, maxLength }) => maxLength > 0 && value.length >= maxLength);
  }

  function say(words, failing = false) {
    if (!status) return;
    status.classList.toggle('kept--failing', failing);
    if (status.textContent !== words) status.textContent = words;
  }

  function lost(isLost) {
    if (bar) bar.hidden = !isLost;
  }

  function sayEnded(signedOut, kept = true) {
    ended = true;
    if (!status) return;
    if (!kept && !signedOut)
      return say('This page is out of date, and this is not kept: copy it, and open the page again', true);
    if (!kept) return say('You are signed out, and this is not kept: copy it before you sign in', true);
    const link = document.createElement('a');
    link.href = signedOut ? '/sign-in?return=/kept-forms' : '/kept-forms';
    link.textContent = signedOut ? 'Sign in to go on' : 'See what you wrote';
    status.classList.add('kept--failing');
    const why = signedOut ? 'You are signed out.' : 'Your role was switched in another tab.';
    status.replaceChildren(`${why} What you wrote is kept. `, link);
  }

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  }

  function send() {
    sending ??= sendOnce().finally(() => (sending = undefined));
    return sending;
  }

  async function sendOnce() {
    const body = snapshot();
    if (body === acknowledged) return void lost(false);
    const slow = setTimeout(lost, SLOW, true);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: `${body}&_mark=${pageMark}`,
        redirect: 'manual',
      });
      if (answer.type === 'opaqueredirect') return void document.dispatchEvent(new CustomEvent('sp:locked'));
      // Signed out, or in another role: the server has kept it for its person, and trying again would not help.
      if (answer.status === 401 || answer.status === 403) {
        acknowledged = body;
        // A red flag was found in it: what to do stands on the next page.
        const { goTo, kept } = await answer.json().catch(() => ({}));
        if (isOurs(goTo)) return goAtTop(goTo);
        return void sayEnded(answer.status === 401, kept ?? false);
      }
      if (!answer.ok) throw new Error(String(answer.status));
      acknowledged = body;
      failures = 0;
      await answered(answer, body);
      lost(false);
    } catch {
      lost(true);
      say('Not kept, trying again', true);
      later(RETRIES[Math.min(failures, RETRIES.length - 1)]);
      failures += 1;
    } finally {
      clearTimeout(slow);
    }
    if (snapshot() === acknowledged) spared(form);
    if (failures > 0 || ended) return;
    if (snapshot() !== acknowledged) return later(PAUSE);
    return isFull() ? say(FULL, true) : say(note ?? `Kept ${clockWords()}`);
  }

  async function answered(answer, body) {
    note = undefined;
    if (!answer.headers.get('content-type')?.includes('json')) return;
    const told = await answer.json();
    note = told?.say;
    // What this window has seen from now on travels with what it sends next.
    const sent = new URLSearchParams(body);
    for (const [name, value] of Object.entries(told?.fields ?? {})) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
      sent.set(name, value);
    }
    acknowledged = sent.toString();
    form.dispatchEvent(new CustomEvent('sp:kept', { bubbles: true, detail: told }));
    // A red flag in what was typed replaces the page; the words are already kept.
    if (!isOurs(told?.goTo)) return;
    replaced = true;
    await keepRest();
    goAtTop(told.goTo);
  }

  // What was written since it was sent is kept before the page that is drawn with it is asked for; a slow line waits for nothing.
  async function keepRest() {
    const body = snapshot();
    if (body === acknowledged) return;
    const kept = await fetch(form.dataset.autosave, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: `${body}&_mark=${pageMark}`,
      redirect: 'manual',
      signal: AbortSignal.timeout(REST),
    }).catch(() => undefined);
    if (kept?.ok) acknowledged = body;
  }

  form.addEventListener('input', () => {
    if (!ended) say('Keeping…');
    spare(form);
    if (failures === 0) later(PAUSE);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    acknowledged = snapshot();
    spared(form);
  });
  // Another form of the page waits until the words are kept, since the page it brings is drawn with them; it is sent as it
  // stood when it was pressed. Pressed again it waits on, and the last of several is the one that is sent.
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (target === form || event.defaultPrevented || target.method === 'dialog') return;
    if (waiting?.target === target) return event.preventDefault();
    const mustWait = waiting !== undefined || (snapshot() !== acknowledged && failures === 0);
    if (!mustWait) return hold(target);
    event.preventDefault();
    document.dispatchEvent(new CustomEvent('sp:leaving'));
    const first = waiting === undefined;
    waiting = { target, copy: asItStands(target, submitter) };
    hold(target);
    if (first) void sendWaiting();
  });
  async function sendWaiting() {
    clearTimeout(timer);
    // What is on its way already may be older than what stands now.
    await sending;
    await send();
    const { copy } = waiting;
    waiting = undefined;
    // A red flag in the words replaces the page: nothing goes before it.
    if (!replaced) sendCopy(copy);
  }
  window.addEventListener('online', () => later(0));
  window.addEventListener('pagehide', () => {
    const body = new URLSearchParams(`${snapshot()}&_mark=${pageMark}`);
    if (snapshot() === acknowledged) return;
    const onItsWay = navigator.sendBeacon(form.dataset.autosave, body);
    // On a line that works it arrives; on any other the copy in this browser is all there is.
    if (onItsWay && failures === 0 && navigator.onLine) spared(form);
  });
  window.addEventListener('beforeunload', (event) => {
    if (failures > 0 && snapshot() !== acknowledged) event.preventDefault();
  });
  if (early) later(0);
  else if (status && status.textContent.trim() === '') say('Kept as you type');
}

/** Goes to a page that is to be read from its top, though its address may be the one it stands at, scrolled down. */
function goAtTop(address) {
  history.scrollRestoration = 'manual';
  location.assign(address);
}

const isOurs = (address) => typeof address === 'string' && address.startsWith('/') && !address.startsWith('//');

for (const form of document.querySelectorAll('form[data-autosave]')) keep(form);

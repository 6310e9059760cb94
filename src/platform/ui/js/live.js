// A region that follows the day: <section id="board" data-live="/events" data-live-on="bookings requests">.
// When the server says that something changed, the region is fetched again (from data-live-src, else this page).
import { keysOf, unsettle } from './keys.js';

function follow(region) {
  const status =
    document.querySelector(`[data-live-status="${region.id}"]`) ?? document.querySelector('[data-live-status]');
  const topics = (region.dataset.liveOn ?? '').split(/[\s,]+/).filter(Boolean);
  let source;
  let waiting = false;
  let lost = false;
  let failures = 0;

  function say(words, on) {
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
      if (busy()) document.activeElement.addEventListener('blur', soon, { once: true });
      else await refresh();
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
    const focus = focusPath();
    const before = keysOf(region);
    region.replaceChildren(...fresh.childNodes);
    region.dispatchEvent(new CustomEvent('sp:fresh', { bubbles: true, detail: fetched }));
    if (keysOf(region) !== before) unsettle();
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
    if (focus) region.querySelector(focus)?.focus();
  }

  function focusPath() {
    const active = document.activeElement;
    if (!active || !region.contains(active)) return null;
    if (active.id) return `#${CSS.escape(active.id)}`;
    const href = active.getAttribute('href');
    if (href) return `a[href="${CSS.escape(href)}"]`;
    return active.dataset.key ? `[data-key="${CSS.escape(active.dataset.key)}"]` : null;
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

for (const region of document.querySelectorAll('[data-live][id]')) follow(region);

// Words for times and counts, shared by the server's filters and the browser's refresher.

const halves = (hours) => {
  const whole = Math.floor(hours);
  const half = hours - whole >= 0.5;
  if (whole === 0) return '½ hour';
  return `${whole}${half ? '½' : ''} hour${whole === 1 && !half ? '' : 's'}`;
};

/** How far away a moment is, as people say it: "25 min", "5½ hours", "14 hours". Takes seconds, unsigned. */
export function spanWords(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${Math.max(1, minutes)} min`;
  const hours = Math.round(minutes / 30) / 2;
  if (hours < 10) return halves(hours);
  return `${Math.round(hours)} hours`;
}

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** London's civil days from one moment to another, in epoch milliseconds: what people count as days. */
function daysBetween(from, to) {
  const dayOf = (moment) => Date.parse(londonDay.format(moment));
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

/** "in 25 min", "in 2 days", "22 min ago" or "now". Takes seconds from `now` (epoch milliseconds), negative in the past. */
export function relativeWords(secondsFromNow, now) {
  if (Math.abs(secondsFromNow) < 45) return 'now';
  const days = Math.abs(daysBetween(now, now + secondsFromNow * 1000));
  const far = days > 0 && Math.abs(secondsFromNow) >= 10 * 3600;
  const span = far ? `${days} day${days === 1 ? '' : 's'}` : spanWords(Math.abs(secondsFromNow));
  return secondsFromNow > 0 ? `in ${span}` : `${span} ago`;
}

/** How long something has gone on, to the second below an hour: "1 min 14", "48 s", "1 hour 5 min". Takes seconds. */
export function elapsedWords(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')}`;
  const hours = Math.floor(minutes / 60);
  return `${hours} hour${hours === 1 ? '' : 's'} ${minutes % 60} min`;
}

/** What a line of the log may hold, of a request and otherwise: how it went and where, nothing anybody sent or is called. */
const known: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'hostname', 'reqId', 'msg', 'responseTime']);
const ofParts: Readonly<Record<string, readonly string[]>> = { req: ['method', 'route'], res: ['statusCode'] };
const ofFailures: ReadonlySet<string> = new Set(['kind', 'code', 'stack']);

/** What may be said: messages that are the same whoever asks. */
const messages: readonly RegExp[] = [
  /^incoming request$/,
  /^request completed$/,
  /^request failed$/,
  /^stream closed prematurely$/,
  /^premature close$/,
  /^a (kept|refused) form could not be heard$/,
  /^Server listening at http:\/\/127\.0\.0\.1:\d+$/,
];

/** A log that keeps what is wrong with its lines: fields and messages that are not known to name nobody. */
export function watchedLog(): { readonly write: (line: string) => void; readonly faults: readonly string[] } {
  const faults = new Set<string>();
  const write = (line: string): void => {
    const entry = JSON.parse(line) as Record<string, unknown>;
    for (const [key, value] of Object.entries(entry)) {
      const parts = ofParts[key];
      if (parts === undefined && !known.has(key) && !ofFailures.has(key)) faults.add(`the field ${key}`);
      if (parts !== undefined)
        for (const part of Object.keys(value as object))
          if (!parts.includes(part)) faults.add(`the field ${key}.${part}`);
    }
    const said = String(entry['msg']);
    if (!messages.some((message) => message.test(said))) faults.add(`the message ${said}`);
  };
  return {
    write,
    get faults() {
      return [...faults];
    },
  };
}

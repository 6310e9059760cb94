/** A slot of a session, which is computed and so known by its session and its start. */
export interface SlotNamed {
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)$/;

/** The name of a slot: its session's id and its start in UTC, to the minute. Fit to be an id in FHIR. */
export function slotName({ sessionId, startsAt }: SlotNamed): string {
  return `${sessionId}.${startsAt.toString({ smallestUnit: 'minute' }).replaceAll(/[-:Z]/g, '')}`;
}

/** The slot of a name; undefined for anything that is none. */
export function parseSlotName(name: string): SlotNamed | undefined {
  const [whole, sessionId = '', year, month, day, hour, minute] = shape.exec(name) ?? [];
  if (whole === undefined) return undefined;
  try {
    const startsAt = Temporal.Instant.from(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}Z`);
    return { sessionId, startsAt };
  } catch {
    return undefined;
  }
}

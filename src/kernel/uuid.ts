const shape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as we write them, in small letters. */
export function isUuid(text: string): boolean {
  return shape.test(text);
}

/** Those of the texts that are UUIDs: the others name nothing of ours, and would keep an index from being used. */
export function uuidsAmong(texts: readonly string[]): string[] {
  return texts.filter(isUuid);
}

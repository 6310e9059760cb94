/** A surname as it is stored for searching: lower case, without accents, spaces or marks, so that O’Neill is found by oneill. */
export function nameKey(familyName: string): string {
  return familyName
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

/** The first key that no longer starts with the prefix, for a range in C collation. */
export function afterPrefix(prefix: string): string {
  return `${prefix}{`;
}

import type { RejectedRow } from './file.ts';

/** Why a file is not taken in; nothing of it is then. */
export type BookRefused =
  | {
      readonly kind: 'no-book' | 'no-mapping' | 'empty' | 'not-text' | 'not-csv' | 'older' | 'to-come' | 'too-wide';
    }
  | { readonly kind: 'mapping'; readonly faults: readonly string[] }
  | {
      readonly kind: 'rows';
      readonly rows: number;
      readonly rejected: number;
      readonly rejects: readonly RejectedRow[];
    };

/** Says why a file was not taken in. */
export function sayBookRefused(reason: BookRefused): string {
  switch (reason.kind) {
    case 'no-book':
      return 'That book is not there, or belongs to a practice you do not see';
    case 'no-mapping':
      return 'Nobody has said yet which column is what: make it from an example first';
    case 'empty':
      return 'The file has no rows: nothing was changed, because an empty file looks like a book with nobody in it';
    case 'not-text':
      return 'The file is not UTF-8 text: save it as “CSV UTF-8”';
    case 'not-csv':
      return 'The file is no CSV: a quotation mark is not closed, or it is a spreadsheet';
    case 'older':
      return 'The book has been read from a later export already: an older one would bring back what has changed since';
    case 'to-come':
      return 'It cannot have been exported in the future';
    case 'too-wide':
      return 'The file covers too many clinicians’ days at once: export fewer weeks';
    case 'mapping':
      return reason.faults.join('; ');
    case 'rows':
      return `${reason.rejected} of ${reason.rows} rows could not be read: nothing was taken in`;
  }
}

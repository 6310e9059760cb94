import type { PatientFault } from './patient-details.ts';

/** Why a patient cannot be registered or changed so. */
export type PatientRefused =
  | { readonly kind: 'faults'; readonly faults: readonly PatientFault[] }
  | { readonly kind: 'not-at-a-practice' }
  | { readonly kind: 'no-such-patient' }
  | { readonly kind: 'registered-here'; readonly patientId: string; readonly by: 'nhs_number' | 'family_name' }
  | { readonly kind: 'registered-elsewhere' };

/** A row of a file that was not taken. The value is for whoever runs the import, never for a log. */
export interface RejectedRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** Why a file of patients was not taken; nothing of it was. */
export type ImportRefused =
  | { readonly kind: 'no-such-practice'; readonly practice: string }
  | { readonly kind: 'unreadable'; readonly line: number; readonly reason: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'columns'; readonly missing: readonly string[]; readonly unknown: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: number; readonly rejected: readonly RejectedRow[] };

/** Says why a patient was refused, field by field. */
export function sayPatientRefused(reason: PatientRefused): readonly PatientFault[] {
  switch (reason.kind) {
    case 'faults':
      return reason.faults;
    case 'not-at-a-practice':
      return [{ field: 'nhs_number', text: 'Patients are registered by their practice’s own staff' }];
    case 'no-such-patient':
      return [{ field: 'nhs_number', text: 'That patient is not there' }];
    case 'registered-here':
      return [
        reason.by === 'nhs_number'
          ? { field: 'nhs_number', text: 'Somebody with that NHS number is registered here already' }
          : {
              field: 'family_name',
              text: 'Somebody with that name and date of birth is registered here already: give the NHS number to tell them apart',
            },
      ];
    case 'registered-elsewhere':
      return [{ field: 'nhs_number', text: 'That NHS number is registered at another practice' }];
  }
}

/** Says why a file was not taken, without any value of it. */
export function sayImportRefused(reason: ImportRefused, known: readonly string[]): string {
  switch (reason.kind) {
    case 'no-such-practice':
      return `${reason.practice} is not a practice of this group today`;
    case 'unreadable':
      return `Line ${reason.line}: ${reason.reason}. Nothing was imported.`;
    case 'empty':
      return 'The file has no rows. Nothing was imported.';
    case 'columns':
      return [
        ...(reason.missing.length > 0 ? [`Columns are missing: ${reason.missing.join(', ')}.`] : []),
        ...(reason.unknown.length > 0 ? [`Columns nobody knows: ${reason.unknown.join(', ')}.`] : []),
        `Known are ${known.join(', ')}. Nothing was imported.`,
      ].join(' ');
    case 'rows':
      return `${reason.rejected.length} faults in ${reason.rows} rows: nothing was imported.`;
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '#platform/db/database.ts';
import type { FileReport } from './collect.ts';
import { importFile, type ImportOptions } from './commands/import.ts';
import { importPaths } from './commands/import-paths.ts';

type Row = Readonly<Record<string, string | number>>;

function csv(columns: readonly string[], rows: readonly Row[], defaults: Row): string {
  const cell = (value: string | number | undefined) => {
    const text = String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? defaults[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A list-size file as published since July 2022; rows need CODE and NUMBER_OF_PATIENTS. */
export function listSizeCsv(rows: readonly Row[], extractDate = '2025-10-01'): string {
  const columns =
    'PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS'.split(
      ',',
    );
  return csv(columns, rows, {
    PUBLICATION: 'GP_PRAC_PAT_LIST',
    EXTRACT_DATE: extractDate,
    TYPE: 'GP',
    SUB_ICB_LOCATION_CODE: '99Z',
    ONS_SUB_ICB_LOCATION_CODE: 'E38999999',
    POSTCODE: 'ZZ99 3AA',
    SEX: 'ALL',
    AGE: 'ALL',
  });
}

/** A practice mapping; rows need GP_CODE, GP_NAME, PCN_CODE and PCN_NAME. */
export function mappingCsv(rows: readonly Row[]): string {
  const columns =
    'GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ICB_CODE,ICB_NAME,REGION_CODE,REGION_NAME'.split(
      ',',
    );
  return csv(columns, rows, {
    SUPPLIER: 'TPP',
    SUB_ICB_LOCATION_CODE: '99Z',
    SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 99Z',
    ICB_CODE: 'QZZ',
    ICB_NAME: 'NHS Nowhere Integrated Care Board',
    REGION_CODE: 'Y99',
    REGION_NAME: 'Nowhere',
  });
}

/** Practice coordinates; rows need practice_code, practice_name, latitude and longitude. */
export function placesCsv(rows: readonly Row[]): string {
  const columns = 'practice_code,practice_name,postcode,latitude,longitude,lad_code,number_of_patients,gp'.split(',');
  return csv(columns, rows, { postcode: 'ZZ99 3AA', lad_code: 'E99999999', number_of_patients: 0, gp: 0 });
}

/** A month of practices' appointments by time from booking; rows need GP_CODE and what is not 0. */
export function appointmentsCsv(rows: readonly Row[], month = 'Apr-25'): string {
  const columns =
    'Appointment Month Start Date,GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,Same Day,1 Day,2 to 7 Days,8  to 14 Days,15  to 21 Days,22  to 28 Days,More than 28 Days,Unknown / Data Quality'.split(
      ',',
    );
  const zero = Object.fromEntries(columns.slice(8).map((column) => [column, 0]));
  return csv(columns, rows, {
    ...zero,
    'Appointment Month Start Date': month,
    SUB_ICB_LOCATION_CODE: '99Z',
    SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 99Z',
  });
}

/** An area's appointments by month ("Regional CSV"); rows need Appointment_Month, HCP_TYPE and COUNT_OF_APPOINTMENTS. */
export function regionalCsv(rows: readonly Row[]): string {
  const columns =
    'SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_ONS_CODE,SUB_ICB_LOCATION_NAME,ICB_ONS_CODE,ICB_NAME,REGION_ONS_CODE,REGION_NAME,Appointment_Month,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS'.split(
      ',',
    );
  return csv(columns, rows, {
    SUB_ICB_LOCATION_CODE: '99Z',
    SUB_ICB_LOCATION_ONS_CODE: 'E38999999',
    SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 99Z',
    ICB_ONS_CODE: 'E54999999',
    ICB_NAME: 'NHS Nowhere Integrated Care Board',
    REGION_ONS_CODE: 'E40999999',
    REGION_NAME: 'Nowhere',
    APPT_STATUS: 'Attended',
    APPT_MODE: 'Face-to-Face',
    TIME_BETWEEN_BOOK_AND_APPT: '8  to 14 Days',
  });
}

/** A practice crosstab; rows need GP_CODE, HCP_TYPE and COUNT_OF_APPOINTMENTS ("*" where suppressed). */
export function crosstabCsv(rows: readonly Row[], month = '01APR2025'): string {
  const columns =
    'APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,HCP_TYPE,APPT_MODE,NATIONAL_CATEGORY,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS,APPT_STATUS'.split(
      ',',
    );
  return csv(columns, rows, {
    APPOINTMENT_MONTH_START_DATE: month,
    SUB_ICB_LOCATION_CODE: '99Z',
    SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 99Z',
    APPT_MODE: 'Face-to-Face',
    NATIONAL_CATEGORY: 'General Consultation Routine',
    TIME_BETWEEN_BOOK_AND_APPT: '2 to 7 Days',
    APPT_STATUS: 'Attended',
  });
}

/** Practices' staff by financial year; rows need Practice.Code, TOTAL_GP_EXTGL_FTE and TOTAL_LOCUUM_TRN_FTE. */
export function workforceCsv(rows: readonly Row[], year = 2025): string {
  const columns =
    'Practice.Code,Year,ICB_NAME,TOTAL_PATIENTS,TOTAL_GP_EXTGL_FTE,TOTAL_LOCUUM_TRN_FTE,TOTAL_NURSES_FTE,TOTAL_DPC_FTE,TOTAL_ADMIN_FTE,TOTAL_GP_EXTGL_HC,TOTAL_LOCUUM_TRN_HC'.split(
      ',',
    );
  const none = Object.fromEntries(columns.slice(3).map((column) => [column, 'NA']));
  return csv(columns, rows, { ...none, Year: year, ICB_NAME: 'Nowhere' });
}

/** Practices' deprivation scores by edition of the Indices, as Fingertips gives them; rows need AreaCode and Value. */
export function deprivationCsv(rows: readonly Row[], year = 2019): string {
  const columns = 'IndicatorID,Year,AreaCode,AreaName,IsAreaCurrent,Value'.split(',');
  return `\ufeff${csv(columns, rows, { IndicatorID: 93553, Year: year, AreaName: 'A Surgery, Nowhere', IsAreaCurrent: 1 })}`;
}

/** Imports a text or bytes as a file of that name. */
export async function importText(
  db: Database,
  [name, content]: readonly [name: string, content: string | Uint8Array],
  options: Partial<ImportOptions> = {},
): Promise<FileReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'published-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return await importFile(db, file, { period: null, skipRejected: false, onBytes: () => undefined, ...options });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Imports every file of a folder. */
export async function importFolder(db: Database, folder: string): Promise<FileReport[]> {
  const imported = await importPaths(db, {
    paths: [folder],
    period: null,
    skipRejected: false,
    onFile: () => undefined,
    onBytes: () => undefined,
  });
  if (!imported.ok) throw new Error(`there is no folder ${folder}`);
  return imported.value;
}

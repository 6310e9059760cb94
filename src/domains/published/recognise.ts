import { appointmentsByArea, appointmentsByAreaAndDay } from './appointments-area.ts';
import { appointmentsByPractice, appointmentsCrosstab } from './appointments-practice.ts';
import { practiceDeprivation } from './deprivation.ts';
import type { FileKind } from './file-kind.ts';
import { readHeader, type Header } from './header.ts';
import { patientsRegistered, patientsRegisteredWide } from './patients-registered.ts';
import { practiceMapping, practicePlaces } from './practices.ts';
import { workforceByYear } from './workforce.ts';

const fileKinds: readonly FileKind[] = [
  patientsRegistered,
  patientsRegisteredWide,
  practiceMapping,
  practicePlaces,
  appointmentsByPractice,
  appointmentsByArea,
  appointmentsByAreaAndDay,
  appointmentsCrosstab,
  workforceByYear,
  practiceDeprivation,
];

/** A file of a known kind, with its heading row. */
export interface Recognised {
  readonly fileKind: FileKind;
  readonly header: Header;
}

/** Tells which kind of published file has this heading row; null where none that is known. */
export function recognise(cells: readonly string[]): Recognised | null {
  const header = readHeader(cells);
  const fileKind = fileKinds.find((candidate) => candidate.recognises(header));
  return fileKind === undefined ? null : { fileKind, header };
}

import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Fills an empty database with the demonstration group, in one transaction: all of it or nothing. */
export type SeedDemo = (options: {
  readonly ownerUrl: string;
  /** The size of the group, as a share of the whole. */
  readonly scale: number;
  readonly progress: (line: string) => void;
}) => Promise<void>;

const FILE = path.join(import.meta.dirname, '../../../demo/seed.ts');

/** The demonstration's generator, which stands outside src; undefined where the product is installed without it. */
export async function loadSeed(): Promise<SeedDemo | undefined> {
  const there = await access(FILE).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  const { seedDemo } = (await import(pathToFileURL(FILE).href)) as { seedDemo: SeedDemo };
  return seedDemo;
}

// The app of a browser run: src/main.ts as it is started for real, on a database of its own with a small demonstration.
// Prints its address as one line of JSON and runs until its standard input ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { cloneDatabase } from '../../test/support/database.ts';

const root = path.join(import.meta.dirname, '../..');
const made = await cloneDatabase();
const app = spawn(process.execPath, ['src/main.ts'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: '0',
    DATABASE_URL: made.ownerUrl,
    SUPERPRACTICE_DEMO: 'yes',
    SUPERPRACTICE_DEMO_SCALE: '0.05',
    // Journeys count what stands in the queue.
    SUPERPRACTICE_DEMO_ARRIVALS: 'no',
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise<void>((resolve) => app.once('exit', () => resolve()));

let said = '';
let told = false;
app.stdout.on('data', (chunk: Buffer) => {
  process.stderr.write(chunk);
  said += chunk.toString();
  const address = addressIn(said);
  if (address === undefined || told) return;
  told = true;
  console.log(JSON.stringify({ address }));
});

process.stdin.resume();
process.stdin.once('end', () => app.kill('SIGINT'));
await ended;
await made.drop();
process.exit(addressIn(said) === undefined ? 1 : 0);

function addressIn(text: string): string | undefined {
  return /http:\/\/[\w.:-]+/.exec(text)?.[0];
}

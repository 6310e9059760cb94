import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const here = import.meta.dirname;
const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** The folder of the NHS design system's macros, styles and scripts. */
export const nhsukFolder = join(packageFolder('nhsuk-frontend'), 'dist');

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

interface Asset {
  type: string;
  body: Buffer;
  brotli: Buffer | null;
  gzip: Buffer | null;
}

/**
 * The NHS style sheet in a layer of its own, so that any rule of ours wins without fighting its specificity;
 * its fonts from outside are dropped and its pictures come from us.
 */
function nhsukStyles(): string {
  const css = readFileSync(join(nhsukFolder, 'nhsuk/nhsuk-frontend.min.css'), 'utf8')
    .replace('@charset "UTF-8";', '')
    .replace(/@font-face\{[^}]*assets\.nhs\.uk[^}]*\}/g, '')
    .replaceAll('Frutiger W01', '"Open Sans Variable"')
    .replaceAll('/assets/images/', 'images/')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '');
  return `@layer nhsuk{${css}}\n`;
}

const folder = (path: string, ending: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort();

function sources(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const ours = folder(join(here, 'css'), '.css').map((name) => readFileSync(join(here, 'css', name), 'utf8'));
  files.set('superpractice.css', Buffer.from(nhsukStyles() + ours.join('\n')));
  for (const name of folder(join(here, 'js'), '.js')) files.set(`js/${name}`, readFileSync(join(here, 'js', name)));
  const nhsukScript = readFileSync(join(nhsukFolder, 'nhsuk/nhsuk-frontend.min.js'), 'utf8');
  files.set('js/nhsuk-frontend.js', Buffer.from(nhsukScript.replace(/\n?\/\/# sourceMappingURL=.*/, '')));
  const images = join(nhsukFolder, 'nhsuk/assets/images');
  for (const name of folder(images, '.svg').filter((n) => n.startsWith('nhsuk-icon-'))) {
    files.set(`images/${name}`, readFileSync(join(images, name)));
  }
  files.set('favicon.svg', readFileSync(join(here, 'favicon.svg')));
  const fonts = join(packageFolder('@fontsource-variable/open-sans'), 'files');
  for (const part of ['latin', 'latin-ext']) {
    files.set(`fonts/open-sans-${part}.woff2`, readFileSync(join(fonts, `open-sans-${part}-wdth-normal.woff2`)));
  }
  return files;
}

function pack(name: string, body: Buffer): Asset {
  const ending = extname(name);
  const text = ['.css', '.js', '.svg'].includes(ending);
  return {
    type: types[ending] ?? 'application/octet-stream',
    body,
    brotli: text ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : null,
    gzip: text ? gzipSync(body) : null,
  };
}

/** Every file pages ask for, read once, under one hash of all their contents so that modules can import each other. */
interface AssetTable {
  hash: string;
  files: ReadonlyMap<string, Asset>;
}

let table: AssetTable | undefined;

function assets(): AssetTable {
  if (table) return table;
  const read = sources();
  const digest = createHash('sha256');
  for (const [name, body] of read) digest.update(name).update(body);
  const files = new Map([...read].map(([name, body]) => [name, pack(name, body)]));
  table = { hash: digest.digest('hex').slice(0, 12), files };
  return table;
}

/** The address of an asset, changing whenever any asset changes; an unknown name is a mistake in a template. */
export function assetUrl(name: string): string {
  const { hash, files } = assets();
  if (!files.has(name)) throw new Error(`No asset is called ${name}`);
  return `/assets/${hash}/${name}`;
}

function encodingFor(accepted: string, asset: Asset): { name: string; body: Buffer } | null {
  if (asset.brotli && /\bbr\b/.test(accepted)) return { name: 'br', body: asset.brotli };
  if (asset.gzip && /\bgzip\b/.test(accepted)) return { name: 'gzip', body: asset.gzip };
  return null;
}

function send(request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply): FastifyReply {
  const { hash, files } = assets();
  const [asked = '', ...rest] = request.params['*'].split('/');
  const asset = files.get(rest.join('/'));
  if (!asset) return reply.code(404).type('text/plain').send('No such file');
  const lasting = asked === hash;
  void reply
    .header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('x-content-type-options', 'nosniff')
    .header('vary', 'accept-encoding')
    .type(asset.type);
  const packed = encodingFor(request.headers['accept-encoding'] ?? '', asset);
  return packed ? reply.header('content-encoding', packed.name).send(packed.body) : reply.send(asset.body);
}

/** Serves style sheet, scripts, icons and fonts under /assets, from memory, to be kept for a year by browsers. */
export function registerAssets(app: FastifyInstance): void {
  app.route({
    method: 'GET',
    url: '/assets/*',
    config: { permission: { public: 'style sheets, scripts and fonts carry no data' }, audit: 'read-asset' },
    schema: { params: { type: 'object', properties: { '*': { type: 'string' } }, required: ['*'] } },
    handler: send,
  });
}

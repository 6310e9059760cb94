import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { describeProblems, parseConfig, type Environment } from './config.ts';

function settings(environment: Environment) {
  const result = parseConfig(environment, '/srv/superpractice');
  assert.ok(result.ok, result.ok ? '' : describeProblems(result.error));
  return result.value;
}

function refused(environment: Environment): Record<string, string> {
  const result = parseConfig(environment, '/srv/superpractice');
  assert.ok(!result.ok, 'the settings should have been refused');
  return Object.fromEntries(result.error.map(({ variable, message }) => [variable, message]));
}

test('without any variable the app runs on this machine alone, with its own database and the demonstration', () => {
  assert.deepEqual(settings({ PATH: '/usr/bin' }), {
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: '/srv/superpractice/data',
    demo: true,
    demoScale: 1,
    demoArrivals: true,
    oidc: undefined,
    nhsLogin: undefined,
    notify: undefined,
    publicUrl: undefined,
    idleLockMinutes: 15,
    patientIdleMinutes: 60,
    sessionHours: 10,
    trustProxy: [],
    metricsToken: undefined,
    logLevel: 'info',
  });
});

test('a database of one’s own never gets the demonstration unless it is asked for', () => {
  const databaseUrl = 'postgres://owner:secret@db.example:5432/superpractice';
  assert.equal(settings({ DATABASE_URL: databaseUrl }).demo, false);
  assert.equal(settings({ DATABASE_URL: databaseUrl, SUPERPRACTICE_DEMO: 'yes' }).demo, true);
  assert.equal(settings({ SUPERPRACTICE_DEMO: 'no' }).demo, false);
});

test('the settings cannot be changed after the start', () => {
  assert.ok(Object.isFrozen(settings({})));
});

test('an empty variable counts as absent', () => {
  assert.equal(settings({ PORT: '', HOST: ' ' }).port, 3000);
});

test('an empty address of an own database is refused: the demonstration would take its place', () => {
  for (const empty of ['', ' '])
    assert.match(refused({ DATABASE_URL: empty })['DATABASE_URL'] ?? '', /leave it out for the embedded server/);
});

test('a wrong value is refused by the name of its variable, with what is accepted', () => {
  const wrong: [string, string[]][] = [
    ['PORT', ['x', '-1', '65536', '80.5', '0x50']],
    ['HOST', ['a b', 'http://x']],
    ['DATABASE_URL', ['mysql://a/b', 'localhost', 'postgres']],
    ['SUPERPRACTICE_DEMO', ['true', 'YES', '1']],
    ['SUPERPRACTICE_DEMO_ARRIVALS', ['true', 'NO', '0']],
    ['SUPERPRACTICE_DEMO_SCALE', ['0', '1.1', '1e-1', '.5']],
    ['PUBLIC_URL', ['practice.example', 'ftp://x', 'https://x/path', 'https://x/?q']],
    ['IDLE_LOCK_MINUTES', ['0', '241', 'never']],
    ['SESSION_HOURS', ['0', '25']],
    ['LOG_LEVEL', ['loud']],
    ['TRUST_PROXY', ['true', '1', '0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8,', '1.2.3.4/8/8']],
    ['METRICS_TOKEN', ['short', 'a secret of 20 characters with spaces']],
  ];
  for (const [variable, values] of wrong) {
    for (const value of values) {
      const problems = refused({ [variable]: value });
      assert.deepEqual(Object.keys(problems), [variable], `${variable}=${value}`);
      assert.match(problems[variable] ?? '', /^accepts /);
    }
  }
});

test('all that is wrong is said at once, one line each', () => {
  const result = parseConfig({ PORT: 'x', LOG_LEVEL: 'y', SUPERPRACTICE_DATE: './d' }, '/');
  assert.ok(!result.ok);
  const lines = describeProblems(result.error).split('\n');
  assert.equal(lines.length, 4);
  assert.match(
    lines.join('\n'),
    /PORT accepts a whole number[^]*LOG_LEVEL accepts one of[^]*SUPERPRACTICE_DATE is not a setting/,
  );
});

test('a mistyped variable of ours is refused instead of passed over', () => {
  assert.match(
    refused({ SUPERPRACTICE_DEMOSCALE: '0.1' })['SUPERPRACTICE_DEMOSCALE'] ?? '',
    /SUPERPRACTICE_DEMO_SCALE/,
  );
});

test('the proxies to be believed are named, never everyone', () => {
  assert.deepEqual(settings({ TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1' }).trustProxy, [
    'loopback',
    '10.0.0.0/8',
    '2001:db8::1',
  ]);
});

test('the sign-in provider is given whole or not at all', () => {
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'sp', OIDC_CLIENT_SECRET: 's' };
  assert.deepEqual(settings(whole).oidc, { issuer: 'https://id.example', clientId: 'sp', clientSecret: 's' });
  assert.deepEqual(Object.keys(refused({ OIDC_ISSUER: 'https://id.example' })), [
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
  ]);
  assert.deepEqual(Object.keys(refused({ ...whole, OIDC_ISSUER: 'id.example' })), ['OIDC_ISSUER']);
});

test('the address people reach the app by loses the slash at its end', () => {
  assert.equal(settings({ PUBLIC_URL: 'https://practice.example/' }).publicUrl, 'https://practice.example');
});

test('NHS login is given whole or not at all, with an RSA key whose new lines may be written out', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const whole = { NHS_LOGIN_ISSUER: 'https://auth.login.example', NHS_LOGIN_CLIENT_ID: 'sp' };
  const oneLine = pem.replaceAll('\n', String.raw`\n`);
  assert.equal(settings({ ...whole, NHS_LOGIN_PRIVATE_KEY: oneLine }).nhsLogin?.clientKey.trim(), pem.trim());
  assert.deepEqual(Object.keys(refused(whole)), ['NHS_LOGIN_PRIVATE_KEY']);
  assert.deepEqual(Object.keys(refused({ ...whole, NHS_LOGIN_PRIVATE_KEY: 'secret' })), ['NHS_LOGIN_PRIVATE_KEY']);
});

test('what sends messages is given whole or not at all', () => {
  const id = '26785a09-ab16-4eb0-8407-a37497a57506';
  const whole = { NOTIFY_API_KEY: `live-${id}-${id}`, NOTIFY_TEXT_TEMPLATE: id, NOTIFY_EMAIL_TEMPLATE: id };
  assert.equal(settings(whole).notify?.baseUrl, 'https://api.notifications.service.gov.uk');
  assert.deepEqual(Object.keys(refused({ ...whole, NOTIFY_API_KEY: 'x' })), ['NOTIFY_API_KEY']);
  assert.deepEqual(Object.keys(refused({ NOTIFY_API_KEY: `live-${id}-${id}` })), [
    'NOTIFY_TEXT_TEMPLATE',
    'NOTIFY_EMAIL_TEMPLATE',
  ]);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MedplumClient } from '@medplum/core';
import type { Appointment, Bundle, Slot } from '@medplum/fhirtypes';
import { Client } from 'fhir-kit-client';
import { scopes } from '#domains/network/client.ts';
import { testApp } from './support/app.ts';
import { newClient, tokenFor } from './support/client.ts';
import { testDatabase } from './support/database.ts';
import { faultsOf, resources } from './support/fhir.ts';
import { openSessionFor, smallWorld } from './support/world.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const day = tomorrow.toPlainDate().toString();

void describe('Clients that others have written', async () => {
  const base = await testDatabase();
  const { groupId, clinicians, patients } = await smallWorld(base);
  const made = await testApp(base);
  await made.listen();
  const client = await newClient(base.db, { groupId, name: 'NHS 111', scopes: Object.keys(scopes) });
  const accessToken = await tokenFor(made, client);
  await openSessionFor(base, { n: 1, clinician: clinicians[0] ?? '', startsAt: tomorrow.toInstant(), minutes: 60 });

  const wanted = (slot: Slot | undefined, patient: string | undefined): Appointment => ({
    resourceType: 'Appointment',
    status: 'booked',
    start: slot?.start ?? '',
    end: slot?.end ?? '',
    slot: [{ reference: `Slot/${slot?.id ?? ''}` }],
    participant: [{ actor: { reference: `Patient/${patient ?? ''}` }, status: 'accepted' }],
  });

  void test('fhir-kit-client finds a slot, books it, and is told when it is taken', async () => {
    const fhir = new Client({ baseUrl: `${made.url}/fhir/R4`, bearerToken: accessToken });
    const smart = await fhir.smartAuthMetadata();
    assert.equal(smart.tokenUrl?.href, `${made.url}/oauth2/token`);
    const found: unknown = await fhir.resourceSearch({
      resourceType: 'Slot',
      searchParams: { status: 'free', start: [`ge${day}`, `le${day}`], _include: 'Slot:schedule' },
    });
    const [slot] = resources<Slot>(found as Bundle, 'Slot');
    const sent = wanted(slot, patients[0]);
    const one = (await fhir.create({ resourceType: 'Appointment', body: sent as never })) as unknown as Appointment;
    assert.equal(one.status, 'booked');
    const taken = fhir.create({
      resourceType: 'Appointment',
      body: { ...sent, ...wanted(slot, patients[1]) },
    });
    await assert.rejects(
      taken,
      ({ response }: { response: { status: number; data: { issue: { code: string }[] } } }) => {
        assert.deepEqual([response.status, response.data.issue[0]?.code], [409, 'duplicate']);
        return true;
      },
    );
    const changed = { ...one, status: 'cancelled', cancelationReason: { text: 'Better' } };
    const headers = { 'if-match': `W/"${one.meta?.versionId ?? ''}"` };
    const update = { resourceType: 'Appointment', id: one.id ?? '', body: changed as never, options: { headers } };
    assert.equal(((await fhir.update(update)) as unknown as Appointment).status, 'cancelled');
  });

  void test('Medplum’s client finds a slot, books it and reads it again', async () => {
    const medplum = new MedplumClient({ baseUrl: made.url, fhirUrlPath: 'fhir/R4', accessToken, cacheTime: 0 });
    const slots = await medplum.searchResources(
      'Slot',
      `status=free&start=ge${day}&start=le${day}&_include=Slot:schedule`,
    );
    const slot = slots[1];
    const one = await medplum.createResource(wanted(slot, patients[2]));
    assert.deepEqual(faultsOf(one), []);
    const again = await medplum.readResource('Appointment', one.id);
    assert.equal(again.start, slot?.start);
    const mine = await medplum.searchResources('Appointment', { patient: `Patient/${patients[2] ?? ''}` });
    assert.deepEqual(
      mine.map(({ id }) => id),
      [one.id],
    );
    await assert.rejects(medplum.createResource(wanted(slot, patients[3])), /taken that slot/);
  });
});

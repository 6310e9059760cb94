import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collector } from './collect.ts';
import { monthPeriod } from './edition.ts';
import { recognise } from './recognise.ts';

const april = monthPeriod(Temporal.PlainDate.from('2025-04-01'));

/** Reads lines under a heading as the import does; answers the stored lines and what is said of the others. */
function read(heading: string, ...lines: string[]) {
  const found = recognise(heading.split(','));
  assert.ok(found, `not recognised: ${heading}`);
  const gathered = collector('E');
  const reader = found.fileKind.reader(found.header, { period: april });
  lines.forEach((line, index) => {
    gathered.row(index + 2);
    reader(line.split(','), gathered);
  });
  const stored = `${gathered.take()}${gathered.rest()}`.split('\n').filter(Boolean);
  return { kind: found.fileKind.kind, stored, ...gathered.summary() };
}

test('list sizes of every year since 2014 read the same, whatever their columns and date form', () => {
  const row = 'E\t03R\t2018-05-01\tB87001\tWF1 1AA\t6200';
  const ccg = 'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
  const subIcb = ccg.replace('CCG_CODE,ONS_CCG_CODE', 'SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE');
  for (const heading of [ccg, subIcb])
    for (const date of ['01MAY2018', '01/05/2018', '2018-05-01'])
      assert.deepEqual(read(heading, `GP_PRAC_PAT_LIST,${date},GP,03R,E38000190,B87001,WF1 1AA,ALL,ALL,6200`).stored, [
        row,
      ]);
  const wide = read(
    'GP_PRACTICE_CODE,POSTCODE,CCG_CODE,NHSE_AREA_TEAM_CODE,TOTAL_ALL,TOTAL_MALE,TOTAL_FEMALE',
    'B87001,WF1 1AA,03R,Q52,6200,3100,3100',
  );
  assert.deepEqual(wide.stored, ['E\t03R\t2025-04-01\tB87001\tWF1 1AA\t6200']);
});

test('rows by sex or age, and rows of larger areas, are left out and counted, not added to the totals', () => {
  const byAge = read(
    'EXTRACT_DATE,CCG_CODE,ONS_CCG_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
    '01MAY2018,03R,E38000190,B87001,WF1 1AA,MALE,0,40',
    '01MAY2018,03R,E38000190,B87001,WF1 1AA,MALE,ALL,3100',
    '01MAY2018,03R,E38000190,B87001,WF1 1AA,ALL,ALL,6200',
  );
  assert.equal(byAge.kept, 1);
  assert.deepEqual(byAge.leftOut, { 'by sex or age, not a total': 2 });
});

test('a practice mapping has one row a practice: of several the last wins, and the others are counted', () => {
  const mapping = read(
    'GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ICB_CODE,ICB_NAME,REGION_CODE,REGION_NAME',
    'A81001,THE  SURGERY,EMIS,U89141,STOCKTON PCN,16C,NHS North East ICB - 16C,QHM,NHS North East Integrated Care Board,Y63,North East',
    'A81001,THE  SURGERY,TPP,U89141,STOCKTON PCN,16C,NHS North East ICB - 16C,QHM,NHS North East Integrated Care Board,Y63,North East',
    'A84035,RIVERSDALE,TPP,U,UNALLOCATED,16C,NHS North East ICB - 16C,QHM,NHS North East Integrated Care Board,Y63,North East',
  );
  assert.deepEqual(mapping.stored, [
    'E\t16C\t2025-04-01\tA81001\tTHE SURGERY\tTPP\tU89141\tSTOCKTON PCN',
    'E\t16C\t2025-04-01\tA84035\tRIVERSDALE\tTPP\t\\N\t\\N',
  ]);
  assert.deepEqual(Object.values(mapping.leftOut), [1]);
  assert.equal(mapping.rejected, 0);
  assert.deepEqual(
    mapping.areas.map((area) => [area.code, area.kind, area.parent]),
    [
      ['16C', 'sub-icb', 'QHM'],
      ['QHM', 'icb', 'Y63'],
      ['Y63', 'region', null],
    ],
  );
});

test('coordinates that are missing stay missing, and those outside the country are refused', () => {
  const places = read(
    'practice_code,practice_name,postcode,latitude,longitude,lad_code,number_of_patients,gp,total_appointments',
    'A81044,Mckenzie House,TS25 1QU,54.672,-1.210,E06000001,18971,28,13202',
    'P85017,Oak Gables,OL2 8BF,NULL,NULL,NULL,9218,20,4280',
    'P85018,Swapped,OL2 8BF,-1.21,54.67,E06000001,9218,0,0',
  );
  assert.deepEqual(places.stored, [
    'E\tE06000001\t2025-04-01\tA81044\tMckenzie House\tTS25 1QU\t54.672\t-1.21',
    'E\tunknown\t2025-04-01\tP85017\tOak Gables\tOL2 8BF\t\\N\t\\N',
  ]);
  assert.deepEqual(places.rejections, [
    { line: 4, column: 'latitude', value: '-1.21', reason: 'is not in the United Kingdom' },
  ]);
});

test('appointments by area read the same under CCG and sub-ICB columns, and labels of any year become one word', () => {
  const ccg = read(
    'CCG_CODE,CCG_ONS_CODE,CCG_NAME,STP_ONS,STPNM,REGION_ONS_CODE,REGION_NAME,Appointment_Month,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS',
    '06L,E38000086,NHS Ipswich and East Suffolk CCG,E54000023,Suffolk And North East Essex  STP,E40000007,East of England,MAR2019,DNA,GP,Video/Online,15  to 21 Days,33',
  );
  assert.deepEqual(
    [ccg.kind, ccg.stored],
    ['appointments-area', ['E\t06L\t2019-03-01\tdid-not-attend\tgp\tvideo-online\t15-21\t33']],
  );
  assert.equal(ccg.areas.find((area) => area.code === 'E54000023')?.name, 'Suffolk And North East Essex STP');
  const subIcb = read(
    'SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_ONS_CODE,SUB_ICB_LOCATION_NAME,ICB_ONS_CODE,ICB_NAME,REGION_ONS_CODE,REGION_NAME,Appointment_Month,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS',
    '06L,E38000086,NHS Suffolk and North East Essex ICB - 06L,E54000023,NHS Suffolk ICB,E40000007,East of England,APR2024,Attended,Other Practice staff,Video Conference/Online,Unknown / Data Quality,7',
  );
  assert.deepEqual(subIcb.stored, ['E\t06L\t2024-04-01\tattended\tother\tvideo-online\tunknown\t7']);
});

test('daily appointments are read from the publisher’s columns and from those of other tools', () => {
  const ours = read(
    'organisation_code,organisation_name,appointment_date,appointment_status,hcp_type,appointment_mode,time_between_book_and_appointment,count_of_appointments',
    '03R,NHS Wakefield CCG,2017-11-01,Appt Status Not Provided,HCP Type Not Provided,Unknown,Same Day,19',
  );
  const theirs = read(
    'SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_ONS_CODE,SUB_ICB_LOCATION_NAME,ICB_ONS_CODE,REGION_ONS_CODE,Appointment_Date,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS',
    '03R,E38000190,NHS West Yorkshire ICB - 03R,E54000054,E40000012,01NOV2017,Unknown,Unknown,Unknown,Same Day,19',
  );
  for (const daily of [ours, theirs]) {
    assert.equal(daily.kind, 'appointments-area-day');
    assert.deepEqual(daily.stored, ['E\t03R\t2017-11-01\t2017-11-01\tunknown\tunknown\tunknown\t0\t19']);
    assert.deepEqual(daily.coverage, [{ area: '03R', from: '2017-11-01', to: '2017-12-01', practices: null }]);
  }
});

const crosstab =
  'APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,HCP_TYPE,APPT_MODE,NATIONAL_CATEGORY,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS,APPT_STATUS';

test('a suppressed count of the practice crosstab is not known, which is not zero', () => {
  const row = (hcp: string, count: string) =>
    `01AUG2025,D83051,A SURGERY,TPP,U00001,A PCN,06L,NHS Suffolk ICB - 06L,${hcp},Face-to-Face,Home Visit,1 Day,${count},Attended`;
  const read1 = read(crosstab, row('GP', '12'), row('Other Practice staff', '*'), row('GP', 'few'));
  assert.equal(read1.kind, 'appointments-crosstab');
  assert.deepEqual(read1.stored, [
    'E\t06L\t2025-08-01\tD83051\tgp\tface-to-face\tHome Visit\t1\tattended\t12',
    'E\t06L\t2025-08-01\tD83051\tother\tface-to-face\tHome Visit\t1\tattended\t\\N',
  ]);
  assert.deepEqual(read1.rejections, [
    { line: 4, column: 'COUNT_OF_APPOINTMENTS', value: 'few', reason: 'is not a whole number of 0 or more' },
  ]);
});

test('a professional nobody has described rejects the row, since a wrong guess would change the GP share', () => {
  const unknown = read(crosstab, '01AUG2025,D83051,A,TPP,U1,A,06L,N,Robot,Face-to-Face,Home Visit,1 Day,12,Attended');
  assert.deepEqual(unknown.rejections[0]?.column, 'HCP_TYPE');
});

test('what the publisher could not map to a practice is left out', () => {
  const unmapped = read(crosstab, '01AUG2025,Unmapped,,,,,Unmapped,,GP,Face-to-Face,Home Visit,1 Day,12,Attended');
  assert.deepEqual(unmapped.leftOut, { 'not mapped to a practice or area by the publisher': 1 });
  assert.equal(unmapped.rejected, 0);
});

test('a practice without a valid workforce return has no figures, and a year is the financial year that ends in it', () => {
  const workforce = read(
    'Practice.Code,Year,ICB_NAME,TOTAL_PATIENTS,TOTAL_GP_EXTGL_FTE,TOTAL_LOCUUM_TRN_FTE,TOTAL_NURSES_FTE,TOTAL_DPC_FTE,TOTAL_ADMIN_FTE,TOTAL_GP_EXTGL_HC,TOTAL_LOCUUM_TRN_HC',
    'A81001,2025,North East,3888.7,2,2.4,0.5,0.4,7.3,2,2.7',
    'A81002,2025,North East,18735.3,NA,NA,7,NA,25.1,NA,NA',
  );
  assert.deepEqual(workforce.stored, [
    'E\tNorth East\t2024-04-01\tA81001\t3888.7\t2\t2.4\t0.5\t0.4\t7.3\t2\t2.7',
    'E\tNorth East\t2024-04-01\tA81002\t18735.3\t\\N\t\\N\t7\t\\N\t25.1\t\\N\t\\N',
  ]);
});

const deprivation = 'IndicatorID,Year,AreaCode,AreaName,IsAreaCurrent,Value';

test('a practice’s deprivation score is kept by the year of its Indices, of practices that have closed since too', () => {
  const scores = read(deprivation, '93553,2015,A10001,A Surgery,0,29.14031034', '93553,2019,A10001,A Surgery,1,32.36');
  assert.equal(scores.kind, 'practice-deprivation');
  assert.deepEqual(scores.stored, [
    'E\tE92000001\t2015-01-01\tA10001\t29.14031034',
    'E\tE92000001\t2019-01-01\tA10001\t32.36',
  ]);
  assert.deepEqual(
    scores.coverage.map(({ from, to, practices }) => [from, to, practices]),
    [
      ['2015-01-01', '2016-01-01', 1],
      ['2019-01-01', '2020-01-01', 1],
    ],
  );
});

test('other indicators, larger areas and practices without a score are left out of the deprivation scores, each with its reason', () => {
  const mixed = read(
    deprivation,
    '93553,2019,A10001,A Surgery,1,32.36',
    '91547,2019,A10001,A Surgery,1,19.2',
    '93553,2019,U10001,A Network,1,30.1',
    '93553,2019,E92000001,England,1,21.7',
    '93553,2019,A10002,B Surgery,1,',
  );
  assert.equal(mixed.kept, 1);
  assert.deepEqual(mixed.leftOut, {
    'of another indicator than 93553, the deprivation score of practices': 1,
    'not a practice but a larger area': 2,
    'without a score': 1,
  });
  assert.equal(mixed.rejected, 0);
});

test('a deprivation score that cannot be right is rejected by line, column, value and reason', () => {
  const wrong = read(
    deprivation,
    '93553,2019,A1000,A Surgery,1,32.36',
    '93553,19,A10001,A Surgery,1,32.36',
    '93553,2019,A10002,A Surgery,1,high',
    '93553,2019,A10003,A Surgery,1,-1',
    '93553,2019,A10004,A Surgery,1,100.5',
    '93553,2019,A10005,A Surgery,1,12',
    '93553,2019,A10005,A Surgery,1,13',
  );
  assert.equal(wrong.kept, 1);
  assert.deepEqual(
    wrong.rejections.map(({ line, column, value, reason }) => [line, column, value, reason]),
    [
      [2, 'AreaCode', 'A1000', 'is not a practice code (one letter and five digits)'],
      [3, 'Year', '19', 'is not the year of Indices of Deprivation'],
      [4, 'Value', 'high', 'is not a number'],
      [5, 'Value', '-1', 'is not a score from 0 to 100'],
      [6, 'Value', '100.5', 'is not a score from 0 to 100'],
      [8, 'AreaCode', 'A10005', 'is in the file twice: line 7 has it too'],
    ],
  );
});

test('a row is rejected once however much is wrong with it, and each thing wrong is reported', () => {
  const wrong = read(
    'EXTRACT_DATE,SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
    '31/02/2025,06L,D83051,IP1 1AA,ALL,ALL,many',
    '01/05/2025,06L,D83052,IP1 1AA,ALL,ALL,5000',
    '01/05/2025,06L,D83052,IP1 1AA,ALL,ALL,5001',
  );
  assert.deepEqual([wrong.read, wrong.kept, wrong.rejected], [3, 1, 2]);
  assert.deepEqual(
    wrong.rejections.map(({ line, column }) => [line, column]),
    [
      [2, 'EXTRACT_DATE'],
      [2, 'NUMBER_OF_PATIENTS'],
      [4, 'CODE'],
    ],
  );
});

test('a heading of another table is of no kind', () => {
  for (const heading of [
    'extract_date,population',
    'a',
    '',
    'GP_CODE,GP_NAME',
    'SUB_ICB_LOCATION_CODE,Appointment_Date,ACTUAL_DURATION,COUNT_OF_APPOINTMENTS',
  ])
    assert.equal(recognise(heading.split(',')), null, heading);
});

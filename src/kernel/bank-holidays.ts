/** One bank holiday of England: the day people are off, which is the substitute day where the feast is on a weekend. */
export interface BankHoliday {
  readonly date: string;
  readonly name: string;
}

function year(number: number, days: readonly (readonly [string, string])[]): BankHoliday[] {
  return days.map(([date, name]) => ({ date: `${number}-${date}`, name }));
}

const newYear = 'New Year’s Day';
const goodFriday = 'Good Friday';
const easterMonday = 'Easter Monday';
const earlyMay = 'Early May bank holiday';
const spring = 'Spring bank holiday';
const summer = 'Summer bank holiday';
const christmas = 'Christmas Day';
const boxing = 'Boxing Day';

/** England's bank holidays 2017 to 2028, with the one-off days and moves that were proclaimed. */
export const bankHolidaysInEngland: { readonly source: string; readonly days: readonly BankHoliday[] } = {
  source: 'GOV.UK, UK bank holidays (England and Wales), www.gov.uk/bank-holidays',
  days: [
    ...year(2017, [
      ['01-02', newYear],
      ['04-14', goodFriday],
      ['04-17', easterMonday],
      ['05-01', earlyMay],
      ['05-29', spring],
      ['08-28', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2018, [
      ['01-01', newYear],
      ['03-30', goodFriday],
      ['04-02', easterMonday],
      ['05-07', earlyMay],
      ['05-28', spring],
      ['08-27', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2019, [
      ['01-01', newYear],
      ['04-19', goodFriday],
      ['04-22', easterMonday],
      ['05-06', earlyMay],
      ['05-27', spring],
      ['08-26', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2020, [
      ['01-01', newYear],
      ['04-10', goodFriday],
      ['04-13', easterMonday],
      ['05-08', 'Early May bank holiday (VE day)'],
      ['05-25', spring],
      ['08-31', summer],
      ['12-25', christmas],
      ['12-28', boxing],
    ]),
    ...year(2021, [
      ['01-01', newYear],
      ['04-02', goodFriday],
      ['04-05', easterMonday],
      ['05-03', earlyMay],
      ['05-31', spring],
      ['08-30', summer],
      ['12-27', christmas],
      ['12-28', boxing],
    ]),
    ...year(2022, [
      ['01-03', newYear],
      ['04-15', goodFriday],
      ['04-18', easterMonday],
      ['05-02', earlyMay],
      ['06-02', spring],
      ['06-03', 'Platinum Jubilee bank holiday'],
      ['08-29', summer],
      ['09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
      ['12-26', boxing],
      ['12-27', christmas],
    ]),
    ...year(2023, [
      ['01-02', newYear],
      ['04-07', goodFriday],
      ['04-10', easterMonday],
      ['05-01', earlyMay],
      ['05-08', 'Bank holiday for the coronation of King Charles III'],
      ['05-29', spring],
      ['08-28', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2024, [
      ['01-01', newYear],
      ['03-29', goodFriday],
      ['04-01', easterMonday],
      ['05-06', earlyMay],
      ['05-27', spring],
      ['08-26', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2025, [
      ['01-01', newYear],
      ['04-18', goodFriday],
      ['04-21', easterMonday],
      ['05-05', earlyMay],
      ['05-26', spring],
      ['08-25', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
    ...year(2026, [
      ['01-01', newYear],
      ['04-03', goodFriday],
      ['04-06', easterMonday],
      ['05-04', earlyMay],
      ['05-25', spring],
      ['08-31', summer],
      ['12-25', christmas],
      ['12-28', boxing],
    ]),
    ...year(2027, [
      ['01-01', newYear],
      ['03-26', goodFriday],
      ['03-29', easterMonday],
      ['05-03', earlyMay],
      ['05-31', spring],
      ['08-30', summer],
      ['12-27', christmas],
      ['12-28', boxing],
    ]),
    ...year(2028, [
      ['01-03', newYear],
      ['04-14', goodFriday],
      ['04-17', easterMonday],
      ['05-01', earlyMay],
      ['05-29', spring],
      ['08-28', summer],
      ['12-25', christmas],
      ['12-26', boxing],
    ]),
  ],
};

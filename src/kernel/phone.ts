/** A telephone number in international form (E.164), read as British where no country is given; null if it is none. */
export function parsePhone(text: string): string | null {
  const compact = text.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^\+[1-9]\d{6,14}$/.test(compact)) return compact.replace(/^\+440/, '+44');
  return /^0\d{9,10}$/.test(compact) ? `+44${compact.slice(1)}` : null;
}

/** As people in Britain dial it. */
export function showPhone(number: string): string {
  const national = number.startsWith('+44') ? `0${number.slice(3)}` : number;
  return national.replace(/^(0\d{4})(\d+)$/, '$1 $2');
}

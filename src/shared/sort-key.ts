/** What titles and names are sorted by: lower case, without diacritics. */
export const sortKeyOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim();

const whole = new Intl.NumberFormat('en-GB');
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export function formatNumber(value: number): string {
  return whole.format(value);
}

/** `1 article`, `1,284 articles`. */
export function formatCount(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumSignificantDigits: 3 });

/** A part of 1 as a percentage: `12.5%`. */
export function formatShare(part: number): string {
  return percent.format(part);
}

const percentInColumn = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** The same for a column of shares, whose points stand below one another: `12.50%`; the smallest as `<0.01%`. */
export function formatShareInColumn(part: number): string {
  return part > 0 && part < 0.0001 ? '<0.01%' : percentInColumn.format(part);
}

/** Bytes in steps of a thousand, as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return unit === 0 ? formatCount(bytes, 'byte') : `${oneDecimal.format(amount)} ${units[unit]}`;
}

/** Seconds as a person would say them: `under a minute`, `about 3 minutes`. */
export function formatRemaining(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 60) return `${Math.ceil(seconds / 5) * 5} seconds`;
  if (seconds < 5400) return formatCount(Math.round(seconds / 60), 'minute');
  return formatCount(Math.round(seconds / 3600), 'hour');
}

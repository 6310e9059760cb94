/** Somewhere to write: a process's standard output or error, or a test's list. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The two ways a command speaks; standard output carries its answer and nothing else. */
export interface Output {
  /** The answer: as JSON when it was asked for, else as the text drawn from it. */
  answer<T>(value: T, draw: (value: T) => string): void;
  /** A remark for the person, on standard error. */
  notice(text: string): void;
}

/** The output of one call. */
export function outputTo(streams: { out: Sink; err: Sink; json: boolean }): Output {
  return {
    answer(value, draw) {
      streams.out.write(`${streams.json ? JSON.stringify(value, null, 2) : draw(value)}\n`);
    },
    notice(text) {
      streams.err.write(`${text}\n`);
    },
  };
}

/** Rows in columns as wide as their widest cell; columns of figures stand at the right. */
export function columns(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const figures = header.map((_, at) => rows.length > 0 && rows.every((row) => /^[-–]?[\d,. %]*$/.test(row[at] ?? '')));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => (figures[at] ? (cells[at] ?? '').padStart(width) : (cells[at] ?? '').padEnd(width)))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

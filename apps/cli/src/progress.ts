import { counted } from './output.ts';

export interface Progress {
  /** Bytes read and articles found so far. */
  update(bytes: number, articles: number): void;
  stop(): void;
}

const silent: Progress = { update() {}, stop() {} };

/** Draws a bar on stderr with rate and remaining time; on anything but a terminal, nothing. */
export async function openProgress(label: string, totalBytes: number): Promise<Progress> {
  if (!process.stderr.isTTY || totalBytes === 0) return silent;
  const { default: cliProgress } = await import('cli-progress');
  const started = performance.now();
  const bar = new cliProgress.SingleBar({
    format: `${label} {bar} {percentage}% {articles}{rate}{remaining}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C stops the import in order; the bar must not end the process first.
    gracefulExit: false,
  });
  bar.start(totalBytes, 0, { articles: '', rate: '', remaining: '' });
  return {
    update(bytes, articles) {
      bar.update(
        bytes,
        tokens({ bytes, articles, totalBytes, seconds: (performance.now() - started) / 1000 }),
      );
    },
    stop() {
      bar.stop();
    },
  };
}

function tokens(work: { bytes: number; articles: number; totalBytes: number; seconds: number }) {
  const { bytes, articles, totalBytes, seconds } = work;
  const left = bytes > 0 ? ((totalBytes - bytes) * seconds) / bytes : 0;
  return {
    articles: articles > 0 ? counted(articles, 'article') : '',
    rate: seconds > 0 && articles > 0 ? `, ${Math.round(articles / seconds)} a second` : '',
    remaining: left > 1 ? `, ${Math.ceil(left)} s left` : '',
  };
}

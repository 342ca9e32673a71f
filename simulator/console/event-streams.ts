import { ServerResponse } from 'node:http';
import { ConsoleState } from './state';

/** Server-sent events. The browser tries again after a second when the simulator has gone, for instance to be restarted. */
const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const first = 'retry: 1000\n\n';

/** In milliseconds: how long changes are collected for one update, and how often time is looked at, which changes things without a request. */
const COLLECT = 50;
const TICK = 1000;

/** The open streams of consoles. Each gets the whole state at first, and then the sections that changed. */
export class EventStreams {
  private readonly streams = new Map<ServerResponse, Map<string, string>>();
  private ticking?: NodeJS.Timeout;
  private collecting?: NodeJS.Timeout;

  constructor(private readonly read: () => ConsoleState) {}

  get size(): number {
    return this.streams.size;
  }

  open(response: ServerResponse): void {
    response.writeHead(200, headers).write(first);
    this.streams.set(response, new Map());
    response.once('close', () => this.remove(response));
    this.update();
    // Neither timer keeps a process alive that has nothing else to do.
    this.ticking ??= setInterval(() => this.update(), TICK).unref();
  }

  /** Something may have changed. */
  changed(): void {
    if (this.streams.size > 0) this.collecting ??= setTimeout(() => this.update(), COLLECT).unref();
  }

  private update(): void {
    clearTimeout(this.collecting);
    this.collecting = undefined;
    const sections = Object.entries(this.read()).map(([section, value]) => [section, JSON.stringify(value)] as const);
    for (const [response, sent] of this.streams) {
      // A client that does not keep up gets the state of a later update instead of a queue of former ones.
      if (response.writableNeedDrain) continue;
      for (const [section, text] of sections.filter(([name, json]) => sent.get(name) !== json)) {
        response.write(`event: ${section}\ndata: ${text}\n\n`);
        sent.set(section, text);
      }
    }
  }

  private remove(response: ServerResponse): void {
    this.streams.delete(response);
    if (this.streams.size > 0) return;
    clearInterval(this.ticking);
    clearTimeout(this.collecting);
    this.ticking = this.collecting = undefined;
  }
}

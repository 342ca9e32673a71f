import { ServerResponse } from 'node:http';
import { ConsoleState } from './state';

/** Server-sent events. The browser reconnects after a second if the simulator has stopped, for example for a restart. */
const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const first = 'retry: 1000\n\n';

/** In milliseconds. COLLECT: how long changes are collected for one update. TICK: the interval of updates, because time changes the state too. */
const COLLECT = 50;
const TICK = 1000;

/** The open event streams of consoles. Each receives the whole state first, and then the sections that changed. */
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
    // The timers do not keep the process alive.
    this.ticking ??= setInterval(() => this.update(), TICK).unref();
  }

  /** Schedules an update, because the state may have changed. */
  changed(): void {
    if (this.streams.size > 0) this.collecting ??= setTimeout(() => this.update(), COLLECT).unref();
  }

  private update(): void {
    clearTimeout(this.collecting);
    this.collecting = undefined;
    const sections = Object.entries(this.read()).map(([section, value]) => [section, JSON.stringify(value)] as const);
    for (const [response, sent] of this.streams) {
      // A slow client receives the state of a later update instead of a queue of earlier ones.
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

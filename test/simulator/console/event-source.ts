import type { Section } from '../../../simulator/console/state';

export interface Event {
  readonly section: Section;
  readonly data: string;
}

/** Reads server-sent events one after the other. */
export class EventReader {
  static async open(url: string): Promise<EventReader> {
    const controller = new AbortController();
    const response = await fetch(`${url}/_simulator/events`, { signal: controller.signal });
    return new EventReader(response.headers, response.body!.getReader(), controller);
  }

  private text = '';

  private constructor(
    readonly headers: Headers,
    private readonly chunks: ReadableStreamDefaultReader<Uint8Array>,
    private readonly controller: AbortController,
  ) {}

  /** Returns the next event, or undefined at the end of the stream. */
  async next(): Promise<Event | undefined> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const [, section, data] = /^event: (\w+)\ndata: ([^\n]*)$/.exec(this.text.slice(0, end)) ?? [];
        this.text = this.text.slice(end + 2);
        // The first message has only the delay before a reconnection.
        if (section !== undefined) return { section: section as Section, data };
      } else {
        const { done, value } = await this.chunks.read();
        if (done) return undefined;
        this.text += new TextDecoder().decode(value);
      }
    }
  }

  /** Returns the parsed value of the first event with this section that meets the condition. */
  async until<T>(section: Section, condition: (value: T) => boolean): Promise<T> {
    for (;;) {
      const event = await this.next();
      if (event === undefined) throw new Error(`the stream has ended before ${section} satisfied the condition`);
      const value = JSON.parse(event.data) as T;
      if (event.section === section && condition(value)) return value;
    }
  }

  close(): void {
    this.controller.abort();
  }
}

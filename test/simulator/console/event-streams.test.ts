import { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { EventStreams } from '../../../simulator/console/event-streams';
import type { ConsoleState } from '../../../simulator/console/state';

let reads: number;
let streams: EventStreams;
const written: string[] = [];

/** The part of a response that a stream uses. */
function responseThat({ highWaterMark = 1e6 } = {}): Writable & ServerResponse {
  const response = new Writable({
    highWaterMark,
    write: (chunk: Buffer) => { written.push(chunk.toString()); },
  });
  return Object.assign(response, { writeHead: () => response }) as unknown as Writable & ServerResponse;
}

beforeEach(() => {
  jest.useFakeTimers();
  reads = 0;
  written.length = 0;
  streams = new EventStreams(() => ({ clock: { now: reads++ } }) as unknown as ConsoleState);
});
afterEach(() => jest.useRealTimers());

it('looks at the time once a second while a stream is open, and at nothing when none is', () => {
  jest.advanceTimersByTime(10_000);
  streams.changed();
  expect([reads, jest.getTimerCount()]).toEqual([0, 0]);
  const response = responseThat();
  streams.open(response);
  streams.open(responseThat());
  jest.advanceTimersByTime(3_000);
  expect([reads, jest.getTimerCount()]).toEqual([5, 1]);
});

it('collects changes that follow each other', () => {
  streams.open(responseThat());
  for (let count = 0; count < 100; count++) streams.changed();
  jest.advanceTimersByTime(50);
  expect(reads).toBe(2);
});

it('forgets a client that has gone, and stops with the last one', () => {
  const responses = [responseThat(), responseThat()];
  responses.forEach((response) => streams.open(response));
  responses[0].emit('close');
  expect([streams.size, jest.getTimerCount()]).toEqual([1, 1]);
  streams.changed();
  responses[1].emit('close');
  expect([streams.size, jest.getTimerCount()]).toEqual([0, 0]);
});

it('keeps nothing for a client that does not read', () => {
  const response = responseThat({ highWaterMark: 1 });
  streams.open(response);
  const { writableLength } = response;
  jest.advanceTimersByTime(60_000);
  expect(response.writableLength).toBe(writableLength);
});

import { logStreamClaims } from './claims/client';
import { lightsailReads } from './lightsail/client';
import { parseRequest } from './request';
import { run, type Now } from './run';

// Created once for each execution environment, so that connections are reused.
const ports = { lightsail: lightsailReads(), claims: logStreamClaims(process.env.LOG_GROUP_NAME ?? ''), write };

/** One run of a schedule. A part that failed fails the run after the others have ended, so that Lambda makes another one soon. */
export async function handler(event: unknown): Promise<void> {
  const request = parseRequest(event, (time) => Math.floor(Date.parse(time) / 1000));
  const failures = await run(ports, request, nowOf(new Date()));
  if (failures.length > 0) throw Object.assign(new Error(`${request.distributionName}: ${failures.join('; ')}`), { name: 'MonitorFailed' });
}

/** Not by the console, which puts the time and the request in front of a line. A pipe is written to before this returns. */
function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The month is that of the calendar in UTC, like the AWS bill. */
function nowOf(date: Date): Now {
  const at = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000;
  return { now: date.getTime() / 1000, month: { start: at(0), end: at(1) } };
}

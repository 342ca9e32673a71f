import { logStreamClaims } from './claims/client';
import { lightsailReads } from './lightsail/client';
import { parseRequest } from './request';
import { run, type Now } from './run';

// Created once for each execution environment, so that connections are reused.
const ports = { lightsail: lightsailReads(), claims: logStreamClaims(process.env.LOG_GROUP_NAME ?? ''), write };

/** One run of a schedule. If a part fails, the run fails after the other parts have completed, so that Lambda invokes it again. */
export async function handler(event: unknown): Promise<void> {
  const request = parseRequest(event, (time) => Math.floor(Date.parse(time) / 1000));
  const failures = await run(ports, request, nowOf(new Date()));
  if (failures.length > 0) throw Object.assign(new Error(`${request.distributionName}: ${failures.join('; ')}`), { name: 'MonitorFailed' });
}

/** Not with `console`, which prefixes each line with the time and the request. A write to a pipe is synchronous. */
function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The month is that of the calendar in UTC, like the AWS bill. */
function nowOf(date: Date): Now {
  const at = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000;
  return { now: date.getTime() / 1000, month: { start: at(0), end: at(1) } };
}

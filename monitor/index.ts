import { logStreamClaims } from './claims/client';
import { lightsailReads } from './lightsail/client';
import { parseRequest } from './request';
import { run, type Now } from './run';

// Created once for each execution environment, so that connections are reused.
const ports = { lightsail: lightsailReads(), claims: logStreamClaims(process.env.LOG_GROUP_NAME ?? '') };

/** One run of a schedule. A part that failed fails the run after all others have published, so that Lambda makes another one soon. */
export async function handler(event: unknown): Promise<void> {
  const request = parseRequest(event, (time) => Math.floor(Date.parse(time) / 1000));
  const { lines, failures } = await run(ports, request, nowOf(new Date()));
  // Not by the console, which puts the time and the request in front of a line. In one go, so that a run that ends here has written all or nothing.
  if (lines.length > 0) process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  if (failures.length > 0) throw Object.assign(new Error(`${request.distributionName}: ${failures.join('; ')}`), { name: 'MonitorFailed' });
}

/** The month is that of the calendar in UTC, like the AWS bill. */
function nowOf(date: Date): Now {
  const at = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000;
  return { now: date.getTime() / 1000, month: { start: at(0), end: at(1) } };
}

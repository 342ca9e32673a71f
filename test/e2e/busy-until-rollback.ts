import { callsFor } from './calls';
import { until } from './until';
import type { LocalAws } from '../../local-aws/local-aws';

interface Rollback {
  /** The call of the request in progress after which the distribution stays busy. */
  readonly after: string;
  /** The number of calls to the distribution before the deployment (default: 0). */
  readonly since?: number;
  /** The number of TagResource calls with the one that is the fence of the rollback. */
  readonly fences: number;
  /** Cancels the deployment. By default, a sibling fails. */
  readonly cancel?: () => Promise<void>;
}

/** Keeps a distribution busy until the rollback waits for it, so that the request in progress cannot complete before, however long that takes. */
export async function busyUntilRollback(local: LocalAws, name: string, { after, since = 0, fences, cancel }: Rollback): Promise<void> {
  const count = async (wanted: string) => (await callsFor(local, name)).slice(since).filter((call) => call === wanted).length;
  await until(after, async () => await count(after) > 0);
  await local.lightsail.changeOutsideStack(name, { status: 'Updating' });
  await cancel?.();
  await until('the fence of the rollback', async () => await count('TagResource') >= fences);
  await local.lightsail.changeOutsideStack(name, { status: 'Deployed' });
}

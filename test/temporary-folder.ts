import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Jest's global setup: gives each run its own temporary folder, and deletes it at the end. The CDK creates a folder for each synthesis and
 * leaves it there. The workers of Jest inherit the environment; Jest itself has located its cache before.
 */
export default function useTemporaryFolder(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-lightsail-distribution-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

import { ensurePython } from '../../local-aws/python';
import useTemporaryFolder from '../temporary-folder';

/** The global setup of Jest. It creates the Python environment once, before the workers start, so that they do not race for it. */
export default async function prepare(): Promise<void> {
  useTemporaryFolder();
  await ensurePython();
}

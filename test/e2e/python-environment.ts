import { ensurePython } from '../../local-aws/python';
import useTemporaryFolder from '../temporary-folder';

/** Jest's global setup. The Python environment is made once, before the workers, which would race for it. */
export default async function prepare(): Promise<void> {
  useTemporaryFolder();
  await ensurePython();
}

import { readSeed } from './seed-file';
import { ServiceError } from '../../simulator/errors';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/simulator';
import { UserError } from '../user-error';

const NOT_AVAILABLE: Readonly<Record<string, string>> = { EADDRINUSE: 'already in use', EACCES: 'not allowed for this user' };

/** Starts the simulator. A wrong value in the seed, or a port that cannot be used, becomes a user error. */
export async function start(options: SimulatorOptions, seedFile: string | undefined): Promise<Simulator> {
  const seed = seedFile === undefined ? undefined : readSeed(seedFile);
  try {
    return await startSimulator({ ...options, seed });
  } catch (error) {
    throw describe(error as NodeJS.ErrnoException, options, seedFile);
  }
}

function describe(error: NodeJS.ErrnoException, { port }: SimulatorOptions, seedFile: string | undefined): Error {
  const reason = NOT_AVAILABLE[error.code ?? ''];
  if (error instanceof ServiceError) return new UserError(`${seedFile}: ${error.message}`);
  return reason === undefined ? error : new UserError(`--port: ${reason}, got ${port}; use another one, 0 takes a free one`);
}

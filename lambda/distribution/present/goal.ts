import { decide } from './decide';
import type { Observation } from './observation';
import { observe } from './observe';
import { recover } from './recover';
import type { Goal } from '../../reconcile';
import type { SettingsPhase } from '../phase';
import type { Request } from '../request';

/** A distribution that exists and has the desired settings. */
export const PRESENT: Goal<Request, SettingsPhase, Observation> = { observe, decide, recover };

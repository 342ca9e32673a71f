import { decide } from './decide';
import type { Deletion } from './deletion';
import { type Observation, observe } from './observe';
import { recover } from './recover';
import type { Goal } from '../../reconcile';
import type { DeletionPhase } from '../phase';

/** A distribution that the stack no longer has: it is deleted, released or retained. */
export const DELETED: Goal<Deletion, DeletionPhase, Observation> = { observe, decide, recover };

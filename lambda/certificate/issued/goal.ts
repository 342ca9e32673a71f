import { decide } from './decide';
import { type Observation, observe } from './observe';
import { recover } from './recover';
import type { Goal } from '../../reconcile';
import type { IssuancePhase } from '../phase';
import type { CertificateRequest } from '../request';

/** A certificate that is issued for the domain names, or requested if nothing waits for it. */
export const ISSUED: Goal<CertificateRequest, IssuancePhase, Observation> = { observe, decide, recover };

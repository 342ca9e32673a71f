import { AccountSeed } from './account-seed';
import { Clock, ManualClock, realClock } from './clock';
import { SimulatorControl } from './control-client';
import { DnsRecords } from './dns-records';
import { closeServer, listenOnLoopback } from './http/loopback';
import { createSimulatorServer } from './http/server';
import { LightsailService, ServiceOptions } from './service';

export interface SimulatorOptions extends Omit<ServiceOptions, 'clock'> {
  /** The port on 127.0.0.1 (default: 0, which selects a free port). */
  readonly port?: number;
  /** A manual clock starts at the current time and advances only on request (default: real). */
  readonly clock?: 'real' | 'manual';
  /** The source of the validation records of certificates (default: only the records of the control endpoint exist). */
  readonly dnsRecords?: DnsRecords;
  /** The initial resources of the account (default: none). */
  readonly seed?: AccountSeed;
}

export interface Simulator {
  readonly url: string;
  readonly service: LightsailService;
  readonly control: SimulatorControl;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Starts the local Lightsail on 127.0.0.1. */
export async function startSimulator({ port = 0, clock = 'real', dnsRecords, seed, ...options }: SimulatorOptions = {}): Promise<Simulator> {
  // The manual clock starts at the current time, because clients sign requests with the real time.
  const manualClock = clock === 'manual' ? new ManualClock(new Date()) : undefined;
  const serviceClock = manualClock ?? realClock;
  const service = new LightsailService({ ...options, clock: serviceClock });
  if (seed) service.seed(seed);
  const server = createSimulatorServer({ service, clock: serviceClock, manualClock, dnsRecords });
  const url = await listenOnLoopback(server, port);
  return {
    url,
    service,
    control: new SimulatorControl(url),
    clock: serviceClock,
    close: () => closeServer(server),
  };
}

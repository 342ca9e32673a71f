import { AccountSeed } from './account-seed';
import { Clock, ManualClock, realClock } from './clock';
import { SimulatorControl } from './control-client';
import { DnsRecords } from './dns-records';
import { closeServer, listenOnLoopback } from './http/loopback';
import { createSimulatorServer } from './http/server';
import { LightsailService, ServiceOptions } from './service';

export interface SimulatorOptions extends Omit<ServiceOptions, 'clock'> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** A manual clock starts now and does not advance until it is advanced (default: real). */
  readonly clock?: 'real' | 'manual';
  /** Where the validation records of certificates are looked up (default: only those of the control endpoint exist). */
  readonly dnsRecords?: DnsRecords;
  /** What the account has at the start (default: nothing). */
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
  // Starts now, as signatures and the clients' own clocks go by the real time.
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

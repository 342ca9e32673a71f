import { asBundle, inThisProcess, type Host } from './hosts';
import { Waiter, type ResourceRequest, type Response } from './provider-framework';
import { startSimulator, type LoggedCall, type Simulator } from '../../simulator';

export const properties = (settings: object, more: object = {}) =>
  ({ distributionName: 'my-cdn', waitForDeployment: true, timeoutSeconds: 3_000, settings, ...more });

export const update = (settings: object, oldSettings: object = settings, more: Partial<ResourceRequest> = {}): ResourceRequest =>
  ({ type: 'Update', properties: properties(settings), old: properties(oldSettings), ...more });

export const inputsOf = (logged: readonly LoggedCall[]) => logged.map(({ operation, input }) => [operation, input]);

export const reason = (response: Response | undefined) =>
  (response?.status === 'FAILED' ? response.reason : `unexpected ${JSON.stringify(response)}`);

/** The handler, and a Lightsail with two distributions, on the same clock. Both exist only while the tests run. */
export class HandlerOverHttp {
  simulator!: Simulator;
  host!: Host;

  readonly pass = async (seconds: number) => {
    await this.simulator.control.advance(seconds);
    this.host.setTime(this.simulator.clock.now());
  };
  /** Advances the clock as between two polls. */
  readonly tenSeconds = () => this.pass(10);
  readonly run = (request: ResourceRequest) => new Waiter(this.host, request).run(this.tenSeconds);
  readonly live = () => this.simulator.control.distribution('my-cdn');
  readonly calls = async () => (await this.simulator.control.calls()).map(({ operation }) => operation);
  readonly writes = async () => (await this.simulator.control.calls()).filter(({ operation }) => !operation.startsWith('Get'));
  readonly settingWrites = async () => (await this.writes()).filter(({ operation }) => !/^(Tag|Untag)Resource$/.test(operation));
  readonly fences = async () => ((await this.live()).tags ?? []).filter(({ key }) => key?.startsWith('cdk-lightsail-distribution:request:'));
}

/** Defines the tests twice: for the sources, which coverage measures, and for the published bundle. */
export function overHttp(define: (handler: HandlerOverHttp) => void): void {
  describe.each<[string, (url: string) => Promise<Host>]>([
    ['the sources', inThisProcess],
    ['the bundle that ships', asBundle],
  ])('%s over HTTP', (_name, startHost) => {
    const handler = new HandlerOverHttp();

    beforeAll(async () => {
      handler.simulator = await startSimulator({ operationSeconds: 25, deploymentSeconds: 45, clock: 'manual' });
      handler.host = await startHost(handler.simulator.url);
    });

    afterAll(async () => {
      await handler.host.stop();
      await handler.simulator.close();
    });

    beforeEach(async () => {
      await handler.simulator.control.reset();
      await handler.pass(0);
      await handler.simulator.control.seedDistribution('my-cdn', {});
      await handler.simulator.control.seedDistribution('other-cdn', {});
    });

    afterEach(() => {
      expect(handler.host.log()).not.toContain('secret-signature');
      expect(handler.host.warnings()).toBe('');
    });

    define(handler);
  });
}

import { LightsailService, ManualClock, ServiceError, type ServiceBehaviour, type ServiceOptions } from '../../simulator';

/** What a distribution has until it is given other cache settings. */
export const DEFAULT_CACHE_SETTINGS = {
  defaultTTL: 86400,
  minimumTTL: 0,
  maximumTTL: 31536000,
  allowedHTTPMethods: 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE',
  cachedHTTPMethods: 'GET,HEAD',
  forwardedCookies: { option: 'none', cookiesAllowList: [] },
  forwardedHeaders: { option: 'default', headersAllowList: [] },
  forwardedQueryStrings: { option: false, queryStringsAllowList: [] },
};

export const NAME = 'my-cdn';
export const named = { distributionName: NAME };

/** What a distribution cannot be created without. */
export const creation = (distributionName: string) => ({
  distributionName,
  origin: { name: `${NAME}-origin`, regionName: 'us-east-1' },
  defaultCacheBehavior: { behavior: 'cache' },
  bundleId: 'small_1_0',
});

/** A service on a clock that does not advance, with one deployed distribution. */
export function lightsail(behaviour: Partial<ServiceBehaviour> = {}, options: ServiceOptions = {}) {
  const clock = new ManualClock();
  const service = new LightsailService({ ...options, clock, behaviour });
  service.seeds.seedDistribution(NAME);
  const read = (name = NAME) => service.seeds.distribution(name);
  /** An update that is brought to its end. */
  const update = (input: object) => {
    const { operation } = service.call('UpdateDistribution', { ...named, ...input });
    clock.advance(300);
    return operation;
  };
  return { service, clock, read, update };
}

/** What a call is refused with, as `name (code): message`, the code only where it differs. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ServiceError) return `${error.name}${error.code === error.name ? '' : ` (${error.code})`}: ${error.message}`;
    throw error;
  }
  throw new Error('the call was accepted');
}

export function invalid(message: string): string {
  return `InvalidInputException: ${message}`;
}

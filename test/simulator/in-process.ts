import { LightsailService, ManualClock, ServiceError, type ServiceBehaviour, type ServiceOptions } from '../../simulator';

/** The cache settings of a distribution for which none were set. */
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

/** The required input of CreateDistribution. */
export const creation = (distributionName: string) => ({
  distributionName,
  origin: { name: `${NAME}-origin`, regionName: 'us-east-1' },
  defaultCacheBehavior: { behavior: 'cache' },
  bundleId: 'small_1_0',
});

/** A service with a clock that does not advance, and one deployed distribution. */
export function lightsail(behaviour: Partial<ServiceBehaviour> = {}, options: ServiceOptions = {}) {
  const clock = new ManualClock();
  const service = new LightsailService({ ...options, clock, behaviour });
  service.seeds.seedDistribution(NAME);
  const read = (name = NAME) => service.seeds.distribution(name);
  /** Makes an update, and advances the clock to its end. */
  const update = (input: object) => {
    const { operation } = service.call('UpdateDistribution', { ...named, ...input });
    clock.advance(300);
    return operation;
  };
  return { service, clock, read, update };
}

/** Returns the refusal of a call as `name (code): message`. The code is left out if it equals the name. */
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

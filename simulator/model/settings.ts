import { between, boolean, constrained, integer, list, matching, oneOf, string, structure } from './shape';

/** The pattern of the service model, anchored, with the length limit of the Lightsail console. */
export const resourceName = matching(/^\w[\w-]{0,253}\w$/,
  'have 2 to 255 characters, letters, digits, _ and -, and neither start nor end with -');

export const regionName = oneOf(
  'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-2',
  'ca-central-1', 'ap-east-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-5',
  'ap-northeast-1', 'ap-northeast-2', 'sa-east-1',
);

export const ipAddressType = oneOf('ipv4', 'ipv6', 'dualstack');

/** The enum also has ipv6, which is not available for distributions. */
export const distributionIpAddressType = oneOf('ipv4', 'dualstack');

export const originSettings = {
  regionName,
  protocolPolicy: oneOf('http-only', 'https-only'),
  responseTimeout: integer,
  ipAddressType,
};

export const behavior = oneOf('cache', 'dont-cache');
export const cacheBehavior = structure({ behavior }, {});
export const cacheBehaviors = list(structure({ path: string, behavior }, {}), { max: 25 });

const seconds = constrained(integer, 'not be negative', (value) => value >= 0);
const getHead = 'GET,HEAD';
const getHeadOptions = 'GET,HEAD,OPTIONS';

export const header = oneOf(
  'Accept', 'Accept-Charset', 'Accept-Datetime', 'Accept-Encoding', 'Accept-Language', 'Authorization', 'CloudFront-Forwarded-Proto',
  'CloudFront-Is-Desktop-Viewer', 'CloudFront-Is-Mobile-Viewer', 'CloudFront-Is-SmartTV-Viewer', 'CloudFront-Is-Tablet-Viewer',
  'CloudFront-Viewer-Country', 'Host', 'Origin', 'Referer',
);

export const cacheSettings = structure({}, {
  defaultTTL: seconds,
  minimumTTL: seconds,
  maximumTTL: seconds,
  allowedHTTPMethods: oneOf(getHead, getHeadOptions, 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE'),
  cachedHTTPMethods: oneOf(getHead, getHeadOptions),
  forwardedCookies: structure({}, {
    option: oneOf('none', 'allow-list', 'all'),
    cookiesAllowList: list(string, { max: 10 }),
  }),
  forwardedHeaders: structure({}, {
    // No enum of the model has `default`, but the service accepts and returns it.
    option: oneOf('default', 'none', 'allow-list', 'all'),
    headersAllowList: list(header, { max: 10 }),
  }),
  forwardedQueryStrings: structure({}, {
    option: boolean,
    queryStringsAllowList: list(string, { max: 10 }),
  }),
});

export const tlsProtocolVersion = oneOf('TLSv1.1_2016', 'TLSv1.2_2018', 'TLSv1.2_2019', 'TLSv1.2_2021');

export const customErrorResponses = list(structure({ errorCode: between(400, 599) }, {
  responseCode: matching(/^[1-5]\d\d$/, 'be an HTTP status code'),
  responsePagePath: matching(/^\//, 'start with /'),
  errorCachingMinTTL: seconds,
}));

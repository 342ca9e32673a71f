import { Simulator, SimulatorOptions, startSimulator } from '../../simulator';

const AUTHORIZATION = 'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/lightsail/aws4_request, SignedHeaders=host, Signature=0';
let simulator: Simulator;

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator({ clock: 'manual', ...options });
  await simulator.control.seedDistribution('my-cdn');
}

afterEach(() => simulator.close());

async function post(operation: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(simulator.url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `Lightsail_20161128.${operation}`, 'authorization': AUTHORIZATION, ...headers },
  });
  return { status: response.status, headers: response.headers, body: await response.json() as Record<string, unknown> };
}

describe('9 wire format: responses', () => {
  it('200, content type, request id, timestamps as epoch seconds, no null members', async () => {
    await start();
    const { status, headers, body } = await post('UpdateDistribution', '{"distributionName":"my-cdn"}');
    const createdAt = Date.parse(simulator.service.log.all[0].at) / 1000;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({
      operation: {
        id: expect.any(String),
        resourceName: 'my-cdn',
        resourceType: 'Distribution',
        createdAt,
        location: { availabilityZone: 'all', regionName: 'us-east-1' },
        isTerminal: false,
        operationType: 'UpdateDistribution',
        status: 'Started',
        statusChangedAt: createdAt,
      },
    });
    const read = await post('GetDistributions', '{"distributionName":"my-cdn"}');
    expect(JSON.stringify(read.body)).not.toContain('null');
  });

  it('an empty body counts as {}', async () => {
    await start();
    expect((await post('GetDistributions', '')).body.distributions).toHaveLength(1);
  });
});

describe('9 wire format: errors', () => {
  it('__type, code, message and the header', async () => {
    await start();
    const { status, headers, body } = await post('GetDistributions', '{"distributionName":"missing"}');
    expect(status).toBe(400);
    expect(headers.get('x-amzn-errortype')).toBe('InvalidInputException');
    expect(headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({
      __type: 'InvalidInputException', code: 'DoesNotExist', docs: '', message: 'Requested resource not found: missing', tip: '',
    });
  });

  it('4.3 switch errorTypes=code: a name that no client has a class for', async () => {
    await start({ behaviour: { errorTypes: 'code' } });
    const { headers, body } = await post('GetDistributions', '{"distributionName":"missing"}');
    expect(body).toMatchObject({ __type: 'DoesNotExist', code: 'DoesNotExist' });
    expect(headers.get('x-amzn-errortype')).toBe('DoesNotExist');
  });

  it('switch errorTypePrefix', async () => {
    await start({ behaviour: { errorTypePrefix: 'com.amazonaws.lightsail#' } });
    expect((await post('GetDistributions', '{"distributionName":"missing"}')).body.__type).toBe('com.amazonaws.lightsail#InvalidInputException');
  });

  it.each([
    ['400', 'NotFoundException', 400], ['400', 'AccessDeniedException', 400], ['400', 'ServiceException', 500], ['400', 'ServiceUnavailable', 503],
    ['perException', 'NotFoundException', 404], ['perException', 'AccessDeniedException', 403], ['perException', 'UnauthenticatedException', 401],
    ['perException', 'RegionSetupInProgressException', 428], ['perException', 'ThrottlingException', 400], ['perException', 'ServiceException', 500],
  ] as const)('4.2 switch errorStatus=%s: %s is %d', async (errorStatus, name, status) => {
    await start({ behaviour: { errorStatus } });
    await simulator.control.fault({ operation: '*', kind: 'error', name });
    expect((await post('GetDistributions', '{}')).status).toBe(status);
  });

  it('4.2 unknown operation', async () => {
    await start();
    expect((await post('ListDistributions', '{}')).body).toMatchObject({ __type: 'UnknownOperationException', message: 'Unknown operation: ListDistributions' });
    expect((await post('', '{}', { 'x-amz-target': 'Other_20161128.GetDistributions' })).body)
      .toMatchObject({ __type: 'UnknownOperationException', message: 'Unknown operation: Other_20161128.GetDistributions' });
  });

  it('4.2 malformed JSON', async () => {
    await start();
    const { status, body } = await post('GetDistributions', '{"distributionName":');
    expect(status).toBe(400);
    expect(body).toMatchObject({ __type: 'SerializationException', message: expect.stringMatching(/^The request body is not JSON: /) });
  });

  it('4.2 a request that is signed for another Region, for another service, or not at all', async () => {
    await start();
    expect((await post('GetDistributions', '{}', { authorization: AUTHORIZATION.replace('us-east-1', 'eu-west-1') })).body).toMatchObject({
      __type: 'InvalidInputException', code: 'UnsupportedOperation', message: 'Distribution-related APIs are only available in the us-east-1 Region.',
    });
    for (const authorization of ['', AUTHORIZATION.replace('lightsail', 's3')]) {
      expect((await post('GetDistributions', '{}', { authorization })).body).toMatchObject({
        __type: 'IncompleteSignature', message: 'The Authorization header must have a Credential that is scoped to a date, a Region and lightsail',
      });
    }
  });

  it('a body over 1 MB is refused', async () => {
    await start();
    const { status, body } = await post('GetDistributions', JSON.stringify({ distributionName: 'x'.repeat(3 * 1024 * 1024) }));
    expect(status).toBe(413);
    expect(body).toMatchObject({ __type: 'SerializationException', message: 'the request body is larger than 1048576 bytes' });
    expect((await post('GetDistributions', '{}')).status).toBe(200);
  });

  it('a mistake of the simulator itself is an InternalFailure, not a hanging request', async () => {
    await start();
    jest.spyOn(simulator.service, 'answer').mockImplementation(() => { throw new RangeError('out of cheese'); });
    const { status, body } = await post('GetDistributions', '{}');
    expect({ status, message: body.message }).toEqual({ status: 500, message: 'the simulator failed: RangeError: out of cheese' });
  });
});

describe('10.14 faults on the wire', () => {
  it.each(['cutBefore', 'cutAfter'] as const)('%s cuts the connection', async (kind) => {
    await start();
    await simulator.control.fault({ operation: '*', kind });
    await expect(post('UpdateDistribution', '{"distributionName":"my-cdn","isEnabled":false}')).rejects.toThrow('fetch failed');
    expect((await simulator.control.distribution('my-cdn')).isEnabled).toBe(kind === 'cutBefore');
  });

  it('slow answers late, and has its effect at once', async () => {
    await start();
    await simulator.control.fault({ operation: '*', kind: 'slow', seconds: 0.2 });
    const asked = performance.now();
    const answer = post('UpdateDistribution', '{"distributionName":"my-cdn","isEnabled":false}');
    expect((await answer).status).toBe(200);
    // A timer can fire a millisecond early.
    expect(performance.now() - asked).toBeGreaterThanOrEqual(199);
  });
});

describe('the server', () => {
  it('listens on 127.0.0.1 only', async () => {
    await start();
    expect(new URL(simulator.url).hostname).toBe('127.0.0.1');
  });

  it('says so when the port is taken', async () => {
    await start();
    await expect(startSimulator({ port: Number(new URL(simulator.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});

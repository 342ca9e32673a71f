import type { Host } from './hosts';

interface Delivery {
  readonly host: Pick<Host, 'invoke'>;
  pass(seconds: number): void;
}

/** The handler of an account. The first call of each request is delivered again, as a whole, after 3 seconds. */
export function deliveredTwice({ host, pass }: Delivery): Pick<Host, 'invoke'> {
  return {
    invoke: async (event) => {
      if (event.Progress === undefined) {
        await host.invoke(event);
        pass(3);
      }
      return host.invoke(event);
    },
  };
}

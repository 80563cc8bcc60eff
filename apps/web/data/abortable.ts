type Ask = (input: unknown, options?: { trpc?: object }) => unknown;

/** Questions that end with the page that asked them, or with the question that takes their place: tRPC goes on unless told so by each. */
export function abortable<Api extends object>(api: Api): Api {
  return new Proxy(api, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function') return part;
      if (name !== 'queryOptions') return abortable(part);
      const ask: Ask = (input, options) =>
        part(input, { ...options, trpc: { ...options?.trpc, abortOnUnmount: true } });
      return ask;
    },
  });
}

// Runs before everything else in the browser. The schemas of the client would try whether they may compile code;
// the policy of our pages forbids it, and would report the attempt.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

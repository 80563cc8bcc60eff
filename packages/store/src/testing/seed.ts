/** Where chance begins: a fresh seed each run, which tests name, or the one of a run to be repeated. */
export const seed = Number(process.env.PRESSMARK_SEED ?? Date.now() % 2 ** 31);

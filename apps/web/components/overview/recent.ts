/** The imports that the overview shows. */
export const recentImports = { limit: 5 };
